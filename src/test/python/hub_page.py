"""Serves the hub's rendered configuration with the real JupyterHub, on loopback, and prints its login page and the page
that ada of the group dune finds after it."""

import asyncio
import json
import sys

from jupyterhub import orm, roles
from jupyterhub.app import JupyterHub
from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import create_signed_value


def ada(app):
    """The cookie of a member of dune, who signed in."""
    person = orm.User(name="ada")
    app.db.add(person)
    group = orm.Group.find(app.db, "dune")
    group.users.append(person)
    app.db.commit()
    roles.assign_default_roles(app.db, person)
    name = app.hub.cookie_name
    return f"{name}={create_signed_value(app.cookie_secret, name, person.cookie_id).decode()}"


async def main():
    folder = sys.argv[1]
    app = JupyterHub()
    await app.initialize(
        [
            f"--config={folder}/jupyterhub_config.py",
            f"--JupyterHub.db_url=sqlite:///{folder}/hub.sqlite",
            # Pages ask for a server's state, and no cluster is there.
            "--JupyterHub.spawner_class=simple",
        ]
    )
    sockets = bind_sockets(0, "127.0.0.1")
    server = HTTPServer(app.tornado_application)
    server.add_sockets(sockets)
    port = sockets[0].getsockname()[1]
    client = AsyncHTTPClient()
    page = await client.fetch(f"http://127.0.0.1:{port}/hub/login")
    home = await client.fetch(f"http://127.0.0.1:{port}/hub/home", headers={"Cookie": ada(app)})
    server.stop()
    print(json.dumps({"html": page.body.decode(), "home": home.body.decode()}))


asyncio.run(main())
