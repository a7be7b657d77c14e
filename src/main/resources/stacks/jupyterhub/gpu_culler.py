"""Stops servers that hold a GPU slice and have idled for a time of their own.

The hub runs it as a service, beside jupyterhub-idle-culler, which has one time for all servers. What a server holds is in
the options that its user chose; --gpu names the catalogue's environments with a slice.
"""

import argparse
import datetime
import json
import logging
import os
import time
import urllib.error
import urllib.parse
import urllib.request

LOG = logging.getLogger("gpu-culler")
PAGE = 100


class Hub:
    def __init__(self, url, token):
        self.url, self.token = url, token

    def ask(self, method, path):
        request = urllib.request.Request(self.url + path, method=method)
        request.add_header("Authorization", f"token {self.token}")
        request.add_header("Accept", "application/jupyterhub-pagination+json")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer) if method == "GET" else answer.status

    def users(self):
        """Every user with a server, page by page; a hub that answers with a bare list has one page."""
        offset = 0
        while offset is not None:
            page = self.ask("GET", f"/users?state=active&limit={PAGE}&offset={offset}")
            yield from page if isinstance(page, list) else page["items"]
            following = None if isinstance(page, list) else page["_pagination"]["next"]
            offset = following["offset"] if following else None

    def stop(self, user, server):
        path = "/users/" + urllib.parse.quote(user, safe="")
        return self.ask("DELETE", f"{path}/servers/{urllib.parse.quote(server, safe='')}" if server else f"{path}/server")


def holds_a_slice(options, gpu):
    environments = gpu.get((options or {}).get("profile"))
    if environments is None:
        return False
    return options.get("environment", environments["default"]) in environments["gpu"]


def idle(server, now):
    """Since when nothing happened in it; since it was started, if nothing ever did."""
    moments = [server.get("last_activity"), server.get("started")]
    known = [datetime.datetime.fromisoformat(moment.replace("Z", "+00:00")) for moment in moments if moment]
    return now - max(known) if known else datetime.timedelta(0)


def cull(hub, gpu, timeout):
    """One round; a server that cannot be stopped is left for the next one."""
    now = datetime.datetime.now(datetime.timezone.utc)
    for user in hub.users():
        for name, server in (user.get("servers") or {}).items():
            idled = idle(server, now)
            if server.get("ready") and idled.total_seconds() >= timeout and holds_a_slice(server.get("user_options"), gpu):
                LOG.info("stopping %s of %s, which has held a GPU slice and idled for %s", name or "the default server", user["name"], idled)
                try:
                    hub.stop(user["name"], name)
                except (urllib.error.URLError, TimeoutError) as failed:
                    LOG.warning("%s of %s was not stopped: %s", name or "the default server", user["name"], failed)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--timeout", type=int, required=True)
    parser.add_argument("--every", type=int, required=True)
    parser.add_argument("--gpu", type=json.loads, required=True)
    parser.add_argument("--once", action="store_true")
    words = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(name)s: %(message)s")
    hub = Hub(os.environ["JUPYTERHUB_API_URL"], os.environ["JUPYTERHUB_API_TOKEN"])
    while True:
        try:
            cull(hub, words.gpu, words.timeout)
        except (urllib.error.URLError, TimeoutError, ValueError) as failed:
            if words.once:
                raise
            LOG.warning("the hub did not answer: %s", failed)
        if words.once:
            return
        time.sleep(words.every)


if __name__ == "__main__":
    main()
