# Servers that are local processes and come up, fail, wait or say nothing, as the file HOW says when they start. Runs at the
# end of the hub's configuration, whose hooks are KubeSpawner's.
import asyncio
import os
import sys
from pathlib import Path
from types import SimpleNamespace

from jupyterhub.spawner import SimpleLocalProcessSpawner

HOW = Path(os.environ["HOW"])

# A server of JupyterHub's own would take a notebook's packages. Jupyter Server says its version to everybody at /api.
SERVER = """
import http.server, os, sys, urllib.parse
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"version": "2.17.0"}' if sys.argv[1] == "good" else b"hello")
where = urllib.parse.urlparse(os.environ["JUPYTERHUB_SERVICE_URL"])
http.server.HTTPServer((where.hostname, where.port), Answer).serve_forever()
"""


class FullPool:
    """What KubeSpawner's client says of a quota of which nothing is left."""

    async def read_namespaced_resource_quota(self, name, namespace):
        key = "requests.nvidia.com/mig-1g.10gb"
        return SimpleNamespace(status=SimpleNamespace(hard={key: "6"}, used={key: "6"}))


class PlayedSpawner(SimpleLocalProcessSpawner):
    api, namespace = FullPool(), "jupyterhub"

    async def start(self):
        how = HOW.read_text()
        if how == "refused":
            raise RuntimeError("pods \"jupyter-facility-health\" is forbidden: exceeded quota: quota")
        if how == "no image":
            await asyncio.sleep(1)
            # As catalogue.py's spawner passes it on: without a word.
            raise asyncio.TimeoutError
        if how == "waits":
            await asyncio.sleep(600)
        self.cmd = [sys.executable, "-c", SERVER, how]
        return await super().start()

    async def progress(self):
        yield {"progress": 10, "message": "Server requested"}
        if HOW.read_text() == "no image":
            yield {"progress": 20, "message": "[Warning] Failed to pull image\n registry.example.org/eaf/rescue:2026.11"}
        elif HOW.read_text() == "waits":
            yield {"progress": 20, "message": "0/3 nodes are available: 3 Insufficient cpu."}


c.JupyterHub.spawner_class = PlayedSpawner
c.PlayedSpawner.pre_spawn_hook = c.KubeSpawner.pre_spawn_hook
c.PlayedSpawner.post_stop_hook = c.KubeSpawner.post_stop_hook
# As zero-to-jupyterhub has it, but sooner: the hub ends itself at so many failures in a row.
c.Spawner.consecutive_failure_limit = 3
