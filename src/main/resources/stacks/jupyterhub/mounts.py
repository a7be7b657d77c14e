"""Mounts in each user's servers what their groups have: experiments' areas, and software of CVMFS."""

from kubernetes_asyncio.client import V1PersistentVolumeClaimVolumeSource, V1Volume, V1VolumeMount


def mount(declared):
    return V1VolumeMount(
        name=declared["claim"],
        mount_path=declared["mountPath"],
        sub_path=declared.get("subPath"),
        read_only=declared["readOnly"],
        mount_propagation="HostToContainer" if declared["propagated"] else None,
    )


def mount_what_the_groups_have(spawner, pod):
    """Last of all that makes a pod, so that no environment's own mounts take the place of these."""
    choice = chosen(spawner.user_options) or {}
    groups = {group.name for group in spawner.user.groups}
    theirs = [each for each in get_config("custom.mounts", []) if groups.intersection(each["groups"])]
    if choice.get("mounts", True):
        source = V1PersistentVolumeClaimVolumeSource
        pod.spec.volumes += [
            V1Volume(name=claim, persistent_volume_claim=source(claim_name=claim))
            for claim in sorted({each["claim"] for each in theirs})
        ]
        pod.spec.containers[0].volume_mounts += [mount(each) for each in theirs]
    return pod


c.KubeSpawner.modify_pod_hook = mount_what_the_groups_have
