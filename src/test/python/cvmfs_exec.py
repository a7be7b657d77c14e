"""Lets mounts.py change a pod that the real KubeSpawner's make_pod made, for a choice of the catalogue; prints the pod."""

import asyncio
import json
import sys
from types import SimpleNamespace

from kubernetes_asyncio.client import ApiClient
from kubespawner.objects import make_pod

wanted = json.load(sys.stdin)
c = SimpleNamespace(KubeSpawner=SimpleNamespace())
with open(sys.argv[1]) as program:
    exec(
        compile(program.read(), sys.argv[1], "exec"),
        {
            "c": c,
            "get_config": lambda key, default=None: wanted["mounts"] if key == "custom.mounts" else default,
            "chosen": lambda options: wanted["choice"],
        },
    )
pod = make_pod(
    name="jupyter-ada",
    cmd=wanted["choice"]["kubespawner_override"].get("cmd", ["jupyterhub-singleuser"]),
    port=8888,
    image=wanted["choice"]["kubespawner_override"]["image"],
    image_pull_policy="IfNotPresent",
    volumes=[{"name": "home", "persistentVolumeClaim": {"claimName": "claim-ada"}}],
    volume_mounts=[{"name": "home", "mountPath": "/home/jovyan"}],
    container_security_context={"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}},
)
groups = [SimpleNamespace(name=name) for name in wanted["groups"]]
c.KubeSpawner.modify_pod_hook(SimpleNamespace(user_options={}, user=SimpleNamespace(groups=groups)), pod)


async def shown():
    async with ApiClient() as client:
        print(json.dumps(client.sanitize_for_serialization(pod)))


asyncio.run(shown())
