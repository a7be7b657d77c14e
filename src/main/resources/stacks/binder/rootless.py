"""Builds in a pod without a socket of the node and without privilege: repo2docker with podman, in a user namespace.

The pod is upstream's, changed in the one place where it is sent, so that watching, logs and cleaning stay upstream's.
"""

from binderhub.build import KubernetesBuildExecutor
from kubernetes import client
from traitlets import Unicode

HOME = "/home/builder"
USER = 1000  # the image's user, who has a range of subordinate ids


def without_socket(pod, account, constraints, storage, cpu):
    """The same build, but where it runs and as whom."""
    spec, container = pod.spec, pod.spec.containers[0]
    pod.metadata.annotations = {**(pod.metadata.annotations or {}), "openshift.io/required-scc": constraints}
    spec.volumes = [volume for volume in spec.volumes or [] if volume.host_path is None]
    kept = {volume.name for volume in spec.volumes}
    container.volume_mounts = [mount for mount in container.volume_mounts or [] if mount.name in kept]
    for volume in spec.volumes:
        if volume.secret is not None:  # the login to the registry, of type kubernetes.io/dockerconfigjson
            volume.secret.items = [client.V1KeyToPath(key=".dockerconfigjson", path="config.json")]
    for mount in container.volume_mounts:
        mount.mount_path, mount.sub_path, mount.read_only = f"{HOME}/.docker", None, True
    spec.volumes.append(
        client.V1Volume(name="containers", empty_dir=client.V1EmptyDirVolumeSource(size_limit=storage))
    )
    container.volume_mounts.append(
        client.V1VolumeMount(name="containers", mount_path=f"{HOME}/.local/share/containers")
    )
    container.env = (container.env or []) + [
        client.V1EnvVar(name="HOME", value=HOME),
        # No mount and no device beyond what the user namespace gives.
        client.V1EnvVar(name="BUILDAH_ISOLATION", value="chroot"),
        client.V1EnvVar(name="STORAGE_DRIVER", value="vfs"),
        client.V1EnvVar(name="REGISTRY_AUTH_FILE", value=f"{HOME}/.docker/config.json"),
    ]
    resources = container.resources or client.V1ResourceRequirements()
    memory = (resources.limits or {})["memory"]
    amounts = {"cpu": cpu, "memory": memory}
    container.resources = client.V1ResourceRequirements(limits=dict(amounts), requests=dict(amounts))
    container.security_context = client.V1SecurityContext(
        run_as_user=USER,
        run_as_non_root=True,
        # newuidmap and newgidmap, inside of the pod's user namespace.
        allow_privilege_escalation=True,
        capabilities=client.V1Capabilities(drop=["ALL"], add=["SETGID", "SETUID"]),
    )
    spec.service_account_name = account
    spec.automount_service_account_token = False
    spec.host_users = False
    spec.security_context = client.V1PodSecurityContext(
        fs_group=USER, seccomp_profile=client.V1SeccompProfile(type="RuntimeDefault")
    )
    return pod


class PodsWithoutSocket:
    """A core API whose build pods are changed on their way; everything else is the API's own."""

    def __init__(self, api, change):
        self._api = api
        self._change = change

    def __getattr__(self, name):
        return getattr(self._api, name)

    def create_namespaced_pod(self, namespace, body, **options):
        return self._api.create_namespaced_pod(namespace, self._change(body), **options)


class RootlessBuildExecutor(KubernetesBuildExecutor):
    service_account = Unicode(config=True)
    security_context_constraints = Unicode(config=True)
    storage_limit = Unicode(config=True)
    cpu_limit = Unicode(config=True)

    def get_r2d_cmd_options(self):
        return ["--engine=podman"] + [
            # podman has no limit for a build; the pod's own holds.
            option for option in super().get_r2d_cmd_options() if "--build-memory-limit" not in option
        ]

    def submit(self):
        self.api = PodsWithoutSocket(
            self.api,
            lambda pod: without_socket(
                pod,
                self.service_account,
                self.security_context_constraints,
                self.storage_limit,
                self.cpu_limit,
            ),
        )
        super().submit()


c.BinderHub.build_class = RootlessBuildExecutor
