"""Shows each user what the groups allow that they are in, and says which GPU environments have no slice free."""

import asyncio

from kubespawner import KubeSpawner
from tornado import web

# The namespace's ResourceQuota, which the hub may read; it counts every server's slices, the pending ones' too.
QUOTA = "quota"


def environments(profile):
    return profile["profile_options"]["environment"]["choices"]


def slices(choice):
    """The slices that an environment asks for, as the quota's keys."""
    limits = choice["kubespawner_override"].get("extra_resource_limits", {})
    return {f"requests.{resource}": int(count) for resource, count in limits.items()}


async def used_up(spawner):
    """The quota's keys of which nothing is left; none if the quota cannot be read: then Kubernetes decides."""
    try:
        quota = await spawner.api.read_namespaced_resource_quota(QUOTA, spawner.namespace)
        hard, used = quota.status.hard or {}, quota.status.used or {}
        return {key for key, most in hard.items() if "nvidia.com/" in key and int(used.get(key, 0)) >= int(most)}
    except Exception as unreadable:
        spawner.log.warning("The quota of GPU slices cannot be read: %s", unreadable)
        return set()


def shown(choice, full):
    choice = {key: value for key, value in choice.items() if key not in ("groups", "mounts", "cvmfsExec")}
    if full.intersection(slices(choice)):
        choice["display_name"] += " (no slice free now)"
    return choice


def with_default(choices):
    """The first is preselected where the one that the catalogue preselects is not for this user."""
    if choices and not any(choice.get("default") for choice in choices.values()):
        first = next(iter(choices))
        choices[first] = {**choices[first], "default": True}
    return choices


async def profiles_of_the_users_groups(spawner):
    groups = {group.name for group in spawner.user.groups}
    full = await used_up(spawner)
    profiles = []
    for profile in get_config("singleuser.profileList", []):
        choices = with_default(
            {
                name: shown(choice, full)
                for name, choice in environments(profile).items()
                if groups.intersection(choice.get("groups", profile["groups"]))
            }
        )
        if groups.intersection(profile["groups"]) and choices:
            options = {"environment": {**profile["profile_options"]["environment"], "choices": choices}}
            profiles.append(
                {**{key: value for key, value in profile.items() if key != "groups"}, "profile_options": options}
            )
    if not profiles:
        # Without a profile KubeSpawner would start its default image.
        raise web.HTTPError(403, "You are in none of the groups that this hub serves. Ask your experiment's liaison.")
    return profiles


def chosen(options):
    """What a user asked for: a choice of the catalogue, or an empty one, which KubeSpawner judges."""
    for profile in get_config("singleuser.profileList", []):
        if profile["slug"] == options.get("profile"):
            choices = environments(profile)
            default = next((choice for choice in choices.values() if choice.get("default")), None)
            return choices.get(options["environment"]) if "environment" in options else default
    return None


class PoolIsFull(web.HTTPError):
    """A refusal that the user reads."""

    def __init__(self, choice):
        self.jupyterhub_message = (
            f"No GPU slice is free for {choice['display_name']}: all of them are in use. They are given out first come,"
            " first served, and a server that idles gives its slice back. Try again later, pick a smaller slice, or an"
            " environment without a GPU. Nothing is wrong with your account or your home."
        )
        super().__init__(409, self.jupyterhub_message)


def counters(spawner):
    """Where JupyterHub counts failures in a row: the settings of what serves requests, of which the user's are a copy."""
    return (spawner.handler or spawner.user).settings


def uncounted(spawner, refusal):
    """Takes the refusal out of JupyterHub's count of failures in a row, at five of which the hub would end itself."""
    settings = counters(spawner)
    settings["failure_count"] = settings.get("failure_count", 0) - 1
    return refusal


async def refuse_what_cannot_start(spawner):
    choice = chosen(spawner.user_options)
    if choice and (await used_up(spawner)).intersection(slices(choice)):
        raise uncounted(spawner, PoolIsFull(choice))


class ExplainingSpawner(KubeSpawner):
    """Takes an environment's own time limit, and says of a server that found no slice why it did not start."""

    # JupyterHub gives up at start_timeout with its own words: what explains has to come before.
    HEAD_START = 2

    def start(self):
        choice = chosen(self.user_options) or {"kubespawner_override": {}}
        self.start_timeout = choice["kubespawner_override"].get("start_timeout", get_config("singleuser.startTimeout"))
        return self.explained(choice, super().start())

    async def explained(self, choice, starting):
        try:
            return await asyncio.wait_for(starting, max(1, self.start_timeout - self.HEAD_START))
        except asyncio.TimeoutError:
            if slices(choice) and self.waits_for_a_slice():
                raise uncounted(self, PoolIsFull(choice)) from None
            raise
        except Exception as refused:
            # Somebody took the last slice between the look at the quota and the pod.
            if slices(choice) and "exceeded quota" in str(refused):
                raise uncounted(self, PoolIsFull(choice)) from refused
            raise

    def waits_for_a_slice(self):
        # The pod's condition is what the scheduler said last. Of its events the API server keeps the first one's words
        # for some minutes: for somebody who comes for the first time, that their home was not there yet.
        pod = self.pod_reflector.pods.get(f"{self.namespace}/{self.pod_name}") or {}
        said = [condition.get("message") for condition in (pod.get("status") or {}).get("conditions") or []]
        said += [event.get("message") for event in self.events]
        return any("Insufficient nvidia.com/" in (words or "") for words in said)


c.JupyterHub.spawner_class = ExplainingSpawner
c.KubeSpawner.profile_list = profiles_of_the_users_groups
c.KubeSpawner.pre_spawn_hook = refuse_what_cannot_start
