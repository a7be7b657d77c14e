"""Lets the hub's program for BinderHub change pods of the real KubeSpawner's make_pod: one a requester. Prints the pods."""

import asyncio
import json
import sys
from types import SimpleNamespace

from jupyterhub import orm
from kubernetes_asyncio.client import ApiClient
from kubespawner.objects import make_pod
from traitlets.config import Config

c = Config()
exec(compile(sys.stdin.read(), "hub.py", "exec"), {"c": c})
image = sys.argv[1]
pods = {}
for name, requester in {
    "binder": orm.Service(name="binder"),
    "another service": orm.Service(name="dask-gateway"),
    "a user": orm.User(name="ada"),
}.items():
    pod = make_pod(
        name="jupyter-ada", cmd=[], port=8888, image="registry.example.org/eaf/al9:2026.11", image_pull_policy="Always"
    )
    spawner = SimpleNamespace(handler=SimpleNamespace(current_user=requester), user_options={"image": image})
    c.KubeSpawner.modify_pod_hook(spawner, pod)
    pods[name] = pod


async def shown():
    async with ApiClient() as client:
        print(json.dumps({name: client.sanitize_for_serialization(pod)["spec"] for name, pod in pods.items()}))


asyncio.run(shown())
