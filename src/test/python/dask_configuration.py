"""Loads the gateway's rendered configuration with the real Dask Gateway, its API and its controller.

Arguments: the folders of the two configurations, and the batch workers' submit description. Reads a JSON list of what
users ask for from standard input; prints {authenticator, service, backend, unknown_traits, outcomes, controller, job}.
"""

import asyncio
import json
import logging
import os
import sys

import htcondor2
from dask_gateway_server.app import DaskGateway
from dask_gateway_server.backends.kubernetes.controller import KubeController


class Unrecognised(logging.Handler):
    """Collects what traitlets says of options that no class has."""

    def __init__(self):
        super().__init__()
        self.messages = []

    def emit(self, record):
        if "not recognized" in record.getMessage():
            self.messages.append(record.getMessage())


class Ada:
    name = "ada"
    groups = []
    admin = False


SHOWN = (
    "worker_cores",
    "worker_memory",
    "cluster_max_cores",
    "cluster_max_memory",
    "cluster_max_workers",
    "idle_timeout",
    "image",
    "namespace",
)


async def outcome(backend, wish):
    try:
        _, config = await backend.process_cluster_options(Ada, wish)
        return {name: getattr(config, name) for name in SHOWN}
    except Exception as refused:
        return {"refused": str(refused)}


def loaded(application, folder, unrecognised):
    os.environ["GATEWAY_CONFIGURATION"] = folder
    application.log.addHandler(unrecognised)
    application.initialize(["-f", f"{folder}/dask_gateway_config.py"])
    return application


def main():
    api, controller, job = sys.argv[1:]
    unrecognised = Unrecognised()
    gateway = loaded(DaskGateway(), api, unrecognised)
    wishes = json.load(sys.stdin)

    async def outcomes():
        return [await outcome(gateway.backend, wish) for wish in wishes]

    answers = asyncio.run(outcomes())
    kube = loaded(KubeController(), controller, unrecognised)
    with open(job, encoding="utf-8") as file:
        submit = htcondor2.Submit(file.read())
    print(
        json.dumps(
            {
                "authenticator": type(gateway.authenticator).__name__,
                "service": gateway.authenticator.jupyterhub_service_name,
                "backend": type(gateway.backend).__name__,
                "unknown_traits": unrecognised.messages,
                "outcomes": answers,
                "controller": {"api_url": kube.api_url, "instance": kube.gateway_instance},
                "job": {name: submit[name] for name in ("arguments", "request_cpus", "request_memory", "request_disk", "max_materialize")},
            }
        )
    )


main()
