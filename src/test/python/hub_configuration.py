"""Loads the hub's rendered configuration with the real JupyterHub and starts servers on the cluster of KUBECONFIG.

Reads from standard input a JSON list of what to start, [{user, groups, server, options}], and prints one JSON object.
The rights are those of the kubeconfig's user, who is the hub's own account.
"""

import asyncio
import json
import logging
import sys

from jupyterhub import orm
from jupyterhub.app import JupyterHub
from jupyterhub.utils import maybe_future
from tornado.web import HTTPError


class Unrecognised(logging.Handler):
    """Collects what traitlets says of options that no class has."""

    def __init__(self):
        super().__init__()
        self.messages = []

    def emit(self, record):
        if "not recognized" in record.getMessage():
            self.messages.append(record.getMessage())


UNRECOGNISED = Unrecognised()


async def hub(folder):
    app = JupyterHub()
    app.log.addHandler(UNRECOGNISED)
    await app.initialize(
        [
            f"--config={folder}/jupyterhub_config.py",
            f"--JupyterHub.db_url=sqlite:///{folder}/hub.sqlite",
        ]
    )
    return app


def traits(app):
    return {
        "authenticator": type(app.authenticator).__name__,
        "allow_all": app.authenticator.allow_all,
        "spawner": [kind.__name__ for kind in app.spawner_class.__mro__],
        "unknown_traits": UNRECOGNISED.messages,
        "services": {
            name: sorted(scope for role in service.orm.roles for scope in role.scopes)
            for name, service in app._service_map.items()
        },
        "concurrent_spawn_limit": app.concurrent_spawn_limit,
        "allow_named_servers": app.allow_named_servers,
        "named_server_limit_per_user": app.named_server_limit_per_user,
        "cookie_secret_bytes": len(app.cookie_secret),
        "crypt_keys": len(app.config.CryptKeeper["keys"]),
        "proxy": app.proxy.api_url,
        "proxy_token": app.proxy.auth_token == "token-of-the-proxy",
        "hub": app.hub.url,
        "culler": app._service_map["jupyterhub-idle-culler"].command[2:],
        "culler_scopes": sorted(
            scope
            for role in orm.Role.find(app.db, "jupyterhub-idle-culler").scopes
            for scope in [role]
        ),
    }


async def started(app, wish):
    person = orm.User.find(app.db, wish["user"])
    if person is None:
        person = orm.User(name=wish["user"])
        app.db.add(person)
    for name in wish["groups"]:
        group = orm.Group.find(app.db, name)
        if group is None:
            group = orm.Group(name=name)
            app.db.add(group)
        if person not in group.users:
            group.users.append(person)
    app.db.commit()
    spawner = app.users[person].get_spawner(wish.get("server", ""), replace_failed=True)
    spawner.user_options = wish["options"]
    spawner.api_token = "token-of-the-server"
    try:
        await maybe_future(spawner.run_pre_spawn_hook())
        await asyncio.wait_for(spawner.start(), 60)
        pod = spawner.pod_reflector.pods[f"{spawner.namespace}/{spawner.pod_name}"]
        return {"start_timeout": spawner.start_timeout, "pod": spawner.pod_name, "claim": spawner.pvc_name, "manifest": pod, "delete_pvc": spawner.delete_pvc}
    except HTTPError as refused:
        return {
            "refused": refused.status_code,
            "start_timeout": spawner.start_timeout,
            "start_timeout": spawner.start_timeout,
            "message": refused.log_message,
            "shown": getattr(refused, "jupyterhub_message", None),
            "failure_count": spawner.user.settings.get("failure_count", 0),
            "form": await form(app, wish["user"]) if wish["groups"] else None,
        }
    except Exception as failed:
        return {
            "failed": f"{type(failed).__name__}: {failed}",
            "events": [event.get("message") for event in spawner.events],
        }


async def form(app, name):
    spawner = app.users[orm.User.find(app.db, name)].spawner
    return await spawner.get_options_form()


async def main():
    app = await hub(sys.argv[1])
    wishes = json.load(sys.stdin)
    answers = []
    for wish in wishes:
        answer = await started(app, wish)
        if "pod" in answer:
            answer["form"] = await form(app, wish["user"])
        answers.append(answer)
    print(json.dumps({"traits": traits(app), "started": answers}, default=str))


asyncio.run(main())
sys.stdout.flush()
