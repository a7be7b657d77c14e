"""Loads the hub's rendered configuration with the real JupyterHub and the real KubeSpawner, and prints what the check user and
ada of the group dune are offered, and what becomes of a wish: {user: {form, images: {profile/environment: image}}}.

Asks no cluster: no quota can be read, and so no environment is marked as full.
"""

import asyncio
import json
import sys

from jupyterhub import orm
from jupyterhub.app import JupyterHub

WISHES = ("fermi/rescue", "fermi/basic-sl7", "dune/sl7")


async def offered(app, name):
    spawner = app.users[orm.User.find(app.db, name)].spawner
    images = {}
    for wish in WISHES:
        profile, environment = wish.split("/")
        spawner.user_options = {"profile": profile, "environment": environment}
        try:
            await spawner.load_user_options()
            images[wish] = spawner.image
        except (KeyError, ValueError) as refused:
            images[wish] = f"refused: {refused}"
    return {"form": await spawner.get_options_form(), "images": images}


async def main():
    folder = sys.argv[1]
    app = JupyterHub()
    await app.initialize([f"--config={folder}/jupyterhub_config.py", f"--JupyterHub.db_url=sqlite:///{folder}/hub.sqlite"])
    person = orm.User(name="ada")
    app.db.add(person)
    group = orm.Group.find(app.db, "dune")
    group.users.append(person)
    app.db.commit()
    print(json.dumps({name: await offered(app, name) for name in ("facility-health", "ada")}))


asyncio.run(main())
sys.stdout.flush()
