"""Builds by the cluster's own build system: a Build with the Docker strategy, from the repository's Dockerfile."""

import time

from binderhub.build import BuildExecutor, ProgressEvent
from kubernetes import client, config
from traitlets import Dict, Integer, Unicode

GROUP, VERSION, PLURAL = "build.openshift.io", "v1", "builds"
POLL_SECONDS = 2


def build_object(name, repo_url, ref, image, settings):
    """The Build; what it may use and reach is the settings', what it builds is the repository's."""
    git = {"uri": repo_url, "ref": ref}
    proxy = settings.get("proxy")
    if proxy:
        git |= {"httpProxy": proxy, "httpsProxy": proxy, "noProxy": settings["no_proxy"]}
    environment = [{"name": key, "value": value} for key, value in sorted(settings["env"].items())]
    amounts = {"cpu": settings["cpu"], "memory": settings["memory"]}
    return {
        "apiVersion": f"{GROUP}/{VERSION}",
        "kind": "Build",
        "metadata": {
            "name": name,
            "labels": {"component": "binderhub-build"},
            "annotations": {"binder-repo": repo_url},
        },
        "spec": {
            "serviceAccount": settings["service_account"],
            "completionDeadlineSeconds": settings["deadline"],
            "source": {"type": "Git", "git": git},
            "strategy": {
                "type": "Docker",
                "dockerStrategy": {"dockerfilePath": settings["dockerfile"], "env": environment},
            },
            "output": {
                "to": {"kind": "DockerImage", "name": image},
                "pushSecret": {"name": settings["push_secret"]},
            },
            "resources": {"limits": dict(amounts), "requests": dict(amounts)},
        },
    }


class OpenShiftBuildExecutor(BuildExecutor):
    namespace = Unicode(config=True)
    dockerfile = Unicode(config=True)
    service_account = Unicode(config=True)
    cpu_limit = Unicode(config=True)
    memory = Unicode(config=True)
    deadline_seconds = Integer(config=True)
    proxy = Unicode(config=True)
    no_proxy = Unicode(config=True)
    extra_envs = Dict(config=True)

    PHASES = {
        "New": ProgressEvent.BuildStatus.PENDING,
        "Pending": ProgressEvent.BuildStatus.PENDING,
        "Running": ProgressEvent.BuildStatus.RUNNING,
        "Complete": ProgressEvent.BuildStatus.BUILT,
        "Failed": ProgressEvent.BuildStatus.FAILED,
        "Error": ProgressEvent.BuildStatus.FAILED,
        "Cancelled": ProgressEvent.BuildStatus.FAILED,
    }
    ENDED = ("Complete", "Failed", "Error", "Cancelled")

    def settings(self):
        return {
            "service_account": self.service_account,
            "deadline": self.deadline_seconds,
            "dockerfile": self.dockerfile,
            "push_secret": self.push_secret,
            "cpu": self.cpu_limit,
            "memory": self.memory,
            "proxy": self.proxy,
            "no_proxy": self.no_proxy,
            "env": self.extra_envs,
        }

    def submit(self):
        try:
            config.load_incluster_config()
        except config.ConfigException:
            config.load_kube_config()
        self.builds, self.pods = client.CustomObjectsApi(), client.CoreV1Api()
        body = build_object(self.name, self.repo_url, self.ref, self.image_name, self.settings())
        try:
            self.builds.create_namespaced_custom_object(GROUP, VERSION, self.namespace, PLURAL, body)
        except client.rest.ApiException as refused:
            if refused.status != 409:  # the same repository and commit is being built for somebody else
                raise
        said = None
        while not self.stop_event.is_set():
            phase = self.phase()
            if phase != said:
                said = phase
                self.progress(ProgressEvent.Kind.BUILD_STATUS_CHANGE, self.PHASES[phase])
            if phase in self.ENDED:
                self.cleanup()
                return
            time.sleep(POLL_SECONDS)

    def phase(self):
        try:
            build = self.builds.get_namespaced_custom_object(GROUP, VERSION, self.namespace, PLURAL, self.name)
            return build.get("status", {}).get("phase", "New")
        except client.rest.ApiException as missing:
            if missing.status == 404:  # whoever saw it end first has removed it
                return "Complete"
            raise

    def stream_logs(self):
        """Of the pod that the build system makes for a Build."""
        for line in self.pods.read_namespaced_pod_log(
            f"{self.name}-build", self.namespace, follow=True, _preload_content=False
        ):
            if self.stop_event.is_set():
                return
            self.progress(ProgressEvent.Kind.LOG_MESSAGE, line.decode("utf-8"))

    def cleanup(self):
        try:
            self.builds.delete_namespaced_custom_object(GROUP, VERSION, self.namespace, PLURAL, self.name)
        except client.rest.ApiException as gone:
            if gone.status != 404:
                raise


c.BinderHub.build_class = OpenShiftBuildExecutor
