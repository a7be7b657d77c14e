"""Lets the check user of custom.spawnCheck start its one environment, and nobody sign in as it.

What it is offered is nothing of any collaboration's: it is in a group of its own, whose only use is that the reading of the
registry leaves its account be.
"""

from tornado import web

SPAWN_CHECK = get_config("custom.spawnCheck")
EVERYBODYS_PROFILES = c.KubeSpawner.profile_list
EVERYBODYS_REFUSALS = c.KubeSpawner.pre_spawn_hook


def is_the_check(spawner):
    return spawner.user.name == SPAWN_CHECK["user"]


def the_checks_profiles():
    for profile in get_config("singleuser.profileList", []):
        if profile["slug"] == SPAWN_CHECK["profile"]:
            name = SPAWN_CHECK["environment"]
            choices = {name: {**shown(environments(profile)[name], set()), "default": True}}
            options = {"environment": {**profile["profile_options"]["environment"], "choices": choices}}
            return [{**{key: value for key, value in profile.items() if key != "groups"}, "profile_options": options}]
    return []


async def profiles_of_the_user_or_the_check(spawner):
    return the_checks_profiles() if is_the_check(spawner) else await EVERYBODYS_PROFILES(spawner)


async def remember_the_failures(spawner):
    if is_the_check(spawner):
        spawner.counters = counters(spawner)
        spawner.failures_before = spawner.counters.get("failure_count", 0)
    await EVERYBODYS_REFUSALS(spawner)


def forget_the_checks_failure(spawner):
    """At some failures in a row JupyterHub ends itself: those of a check, repeated by whoever looks why, are none of them."""
    starting = spawner._spawn_future
    if is_the_check(spawner) and starting is not None and not starting.done():
        # JupyterHub stops what failed to start, and adds one afterwards.
        spawner.counters["failure_count"] = spawner.failures_before - 1


async def nobody_is_the_check(authenticator, handler, authentication):
    if authentication["name"] == SPAWN_CHECK["user"]:
        raise web.HTTPError(403, "This account belongs to the facility's own check. Nobody signs in as it.")
    return authentication


c.JupyterHub.load_groups[SPAWN_CHECK["user"]] = {"users": [SPAWN_CHECK["user"]]}
c.KubeSpawner.profile_list = profiles_of_the_user_or_the_check
c.KubeSpawner.pre_spawn_hook = remember_the_failures
c.KubeSpawner.post_stop_hook = forget_the_checks_failure
c.Authenticator.post_auth_hook = nobody_is_the_check
