"""Serves the hub's rendered configuration with the real JupyterHub, on loopback, and prints its login page."""

import asyncio
import json
import sys

from jupyterhub.app import JupyterHub
from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets


async def main():
    folder = sys.argv[1]
    app = JupyterHub()
    await app.initialize(
        [f"--config={folder}/jupyterhub_config.py", f"--JupyterHub.db_url=sqlite:///{folder}/hub.sqlite"]
    )
    sockets = bind_sockets(0, "127.0.0.1")
    server = HTTPServer(app.tornado_application)
    server.add_sockets(sockets)
    port = sockets[0].getsockname()[1]
    page = await AsyncHTTPClient().fetch(f"http://127.0.0.1:{port}/hub/login")
    server.stop()
    print(json.dumps({"html": page.body.decode()}))


asyncio.run(main())
