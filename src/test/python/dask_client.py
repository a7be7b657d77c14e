"""A user of Dask Gateway with its own client: makes a cluster, waits for it, and stops it when standard input says so.

Arguments: the gateway's address. The user's token comes by JUPYTERHUB_API_TOKEN. Prints a line of JSON for each step.
"""

import asyncio
import json
import sys

from dask_gateway import Gateway, GatewayClusterError
from dask_gateway.auth import JupyterHubAuth


def say(**what):
    print(json.dumps(what), flush=True)


async def status(gateway, name):
    return (await gateway._cluster_report(name)).status.name


async def main(address):
    async with Gateway(address, auth=JupyterHubAuth(), asynchronous=True) as gateway:
        options = await gateway.cluster_options()
        say(options=sorted(options))
        try:
            await gateway.submit(worker_cores=9)
            say(refused=None)
        except (GatewayClusterError, ValueError) as refused:
            say(refused=str(refused))
        name = await gateway.submit(worker_cores=2)
        while await status(gateway, name) == "PENDING":
            await asyncio.sleep(0.2)
        say(cluster=name, status=await status(gateway, name))
        for order in sys.stdin:
            if order.strip() == "stop":
                await gateway.stop_cluster(name)
        while await status(gateway, name) not in ("STOPPED", "FAILED"):
            await asyncio.sleep(0.2)
        say(ended=await status(gateway, name))


asyncio.run(asyncio.wait_for(main(sys.argv[1]), 240))
