"""Runs the hub's rendered configuration behind the real proxy, with servers that are local processes, until the GPU
culler has stopped the one that holds a slice.

Words: the hub's folder, the proxy's program, the free ports of hub, proxy and proxy's API. Prints {before, after}: the
servers of the one user.
"""

import asyncio
import json
import subprocess
import sys

from jupyterhub import orm, roles
from jupyterhub.app import JupyterHub
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

# A server of JupyterHub's own would take a notebook's packages; the hub asks only whether something answers.
SERVER = """
import http.server, os, urllib.parse
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
where = urllib.parse.urlparse(os.environ["JUPYTERHUB_SERVICE_URL"])
http.server.HTTPServer((where.hostname, where.port), Answer).serve_forever()
"""


async def ask(url, token, method="GET", body=None):
    request = HTTPRequest(
        url,
        method=method,
        headers={"Authorization": f"token {token}"},
        body=json.dumps(body) if body is not None else None,
    )
    answer = await AsyncHTTPClient().fetch(request)
    return json.loads(answer.body) if answer.body else None


async def until(condition):
    for _ in range(600):
        found = await condition()
        if found:
            return found
        await asyncio.sleep(0.1)
    raise TimeoutError("waited for a minute")


async def main():
    folder, _, hub, _, api = sys.argv[1:]
    app = JupyterHub()
    await app.initialize(
        [
            f"--config={folder}/jupyterhub_config.py",
            f"--JupyterHub.db_url=sqlite:///{folder}/hub.sqlite",
            f"--JupyterHub.hub_bind_url=http://127.0.0.1:{hub}",
            f"--JupyterHub.hub_connect_url=http://127.0.0.1:{hub}",
            f"--ConfigurableHTTPProxy.api_url=http://127.0.0.1:{api}",
            "--JupyterHub.spawner_class=simple",
        ]
    )
    app.config.Spawner.cmd = [sys.executable, "-c", SERVER]
    await app.start()
    try:
        await culled(app, hub)
    finally:
        for service in app._service_map.values():
            if service.managed:
                await service.stop()


async def culled(app, hub):
    person = orm.User(name="ada")
    app.db.add(person)
    app.db.commit()
    roles.assign_default_roles(app.db, entity=person)
    token = app.users[person].new_api_token()
    url = f"http://127.0.0.1:{hub}/hub/api/users/ada"

    async def servers():
        return (await ask(url, token))["servers"]

    async def both():
        found = await servers()
        return found if len(found) == 2 and all(server["ready"] for server in found.values()) else None

    async def one():
        found = await servers()
        return found if len(found) == 1 else None

    await ask(f"{url}/servers/one", token, "POST", {"profile": "dune", "environment": "gpu-sl7"})
    await ask(f"{url}/servers/two", token, "POST", {"profile": "dune", "environment": "sl7"})
    before = await until(both)
    after = await until(one)
    await ask(f"{url}/servers/two", token, "DELETE")
    print(json.dumps({"before": sorted(before), "after": sorted(after)}))
    sys.stdout.flush()


words = sys.argv
proxy = subprocess.Popen(
    ["node", words[2], "--ip=127.0.0.1", f"--port={words[4]}", "--api-ip=127.0.0.1", f"--api-port={words[5]}"],
    stdout=sys.stderr,
)
try:
    asyncio.run(asyncio.wait_for(main(), 120))
finally:
    proxy.terminate()
    proxy.wait()
