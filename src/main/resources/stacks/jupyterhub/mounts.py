"""Mounts in each user's servers what their groups have: experiments' areas, and software of CVMFS."""

from kubernetes_asyncio import client
from kubernetes_asyncio.client import V1PersistentVolumeClaimVolumeSource, V1Volume, V1VolumeMount

# The claim of the node plugin's repositories: in the way of those that a server mounts itself.
NODE_PLUGIN = "cvmfs"


def mount(declared):
    return V1VolumeMount(
        name=declared["claim"],
        mount_path=declared["mountPath"],
        sub_path=declared.get("subPath"),
        read_only=declared["readOnly"],
        mount_propagation="HostToContainer" if declared["propagated"] else None,
    )


def mount_cvmfs_itself(pod, wanted):
    """A cache of the server's own, cvmfsexec's settings, and what FUSE in a user namespace needs of the cluster."""
    container = pod.spec.containers[0]
    pod.metadata.annotations = {
        **(pod.metadata.annotations or {}),
        "io.kubernetes.cri-o.Devices": wanted["device"],
        "openshift.io/required-scc": wanted["securityContextConstraints"],
    }
    pod.spec.service_account_name = wanted["account"]
    pod.spec.automount_service_account_token = False
    # KubeSpawner keeps it as its trait says it, in the API's words.
    container.security_context = {
        **(container.security_context or {}),
        "seccompProfile": {"type": "Localhost", "localhostProfile": wanted["seccompProfile"]},
    }
    pod.spec.volumes += [
        V1Volume(name="cvmfsexec-cache", empty_dir=client.V1EmptyDirVolumeSource(size_limit=wanted["cache"])),
        V1Volume(name="cvmfsexec", config_map=client.V1ConfigMapVolumeSource(name=wanted["settings"])),
    ]
    container.volume_mounts += [
        V1VolumeMount(name="cvmfsexec-cache", mount_path="/var/cache/cvmfsexec"),
        V1VolumeMount(
            name="cvmfsexec",
            mount_path=wanted["home"] + "/dist/etc/cvmfs/default.local",
            sub_path="default.local",
            read_only=True,
        ),
    ]


def mount_what_the_groups_have(spawner, pod):
    """Last of all that makes a pod, so that no environment's own mounts take the place of these."""
    choice = chosen(spawner.user_options) or {}
    groups = {group.name for group in spawner.user.groups}
    theirs = [each for each in get_config("custom.mounts", []) if groups.intersection(each["groups"])]
    if "cvmfsExec" in choice:
        mount_cvmfs_itself(pod, choice["cvmfsExec"])
        theirs = [each for each in theirs if each["claim"] != NODE_PLUGIN]
    if choice.get("mounts", True):
        source = V1PersistentVolumeClaimVolumeSource
        pod.spec.volumes += [
            V1Volume(name=claim, persistent_volume_claim=source(claim_name=claim))
            for claim in sorted({each["claim"] for each in theirs})
        ]
        pod.spec.containers[0].volume_mounts += [mount(each) for each in theirs]
    return pod


c.KubeSpawner.modify_pod_hook = mount_what_the_groups_have
