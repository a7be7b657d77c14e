"""Sends the build of binderhub's own class to the cluster of KUBECONFIG, as the declared program changes it.

binderhub.build of the package index has the class Build; upstream's main branch calls its successor
KubernetesBuildExecutor, which the programs extend. Here that name stands for nothing but an empty base, and what is
tested is the pod that Build makes, changed and sent.
"""

import json
import sys
import types
from pathlib import Path

import binderhub.build
from kubernetes import client, config
from tornado.queues import Queue
from traitlets.config import Config, LoggingConfigurable

config.load_kube_config()
settings = json.load(sys.stdin)
upstream = types.ModuleType("binderhub.build")
upstream.KubernetesBuildExecutor = upstream.BuildExecutor = LoggingConfigurable
upstream.ProgressEvent = types.SimpleNamespace(
    BuildStatus=types.SimpleNamespace(PENDING=1, RUNNING=2, BUILT=3, FAILED=4), Kind=types.SimpleNamespace()
)
sys.modules["binderhub.build"] = upstream


def program(text, name):
    scope = {"c": Config(), "__name__": name}
    exec(compile(text, name, "exec"), scope)
    return scope


def attempt(action):
    try:
        return {"made": action()}
    except client.ApiException as refused:
        return {"refused": refused.status, "message": json.loads(refused.body)["message"]}


api = client.CoreV1Api()
rootless = program(settings["rootless"], "rootless")


class Stop(Exception):
    """The pod has been sent: what follows is upstream's watching."""


class SendOnly(rootless["PodsWithoutSocket"]):
    def create_namespaced_pod(self, namespace, body, **options):
        sent = super().create_namespaced_pod(namespace, body, **options)
        self.sent = self._api.api_client.sanitize_for_serialization(sent)
        raise Stop


def build(name, namespace, change, docker_host="unix:///var/run/docker.sock"):
    pods = SendOnly(api, change)
    made = binderhub.build.Build(
        q=Queue(), api=pods, name=name, namespace=namespace, repo_url="https://github.com/dune/example", ref="abc123",
        git_credentials="", builder_image=settings["image"], image_name="registry.example.org/eaf/binder-x:abc123",
        push_secret=settings["push_secret"], memory_limit=settings["memory"], docker_host=docker_host, node_selector={},
    )
    try:
        made.submit()
    except Stop:
        return pods.sent


def changed(pod, account=settings["account"]):
    return rootless["without_socket"](pod, account, settings["constraints"], "20Gi", settings["cpu"])


def another_namespace():
    return build("build-elsewhere", "binderhub", changed)


def servers_counted():
    return len(api.list_namespaced_pod("jupyterhub").items)


def on_the_nodes_user(pod):
    pod = changed(pod)
    pod.spec.host_users = True
    return pod


def with_privilege(pod):
    pod = changed(pod)
    pod.spec.containers[0].security_context.capabilities.add.append("SYS_ADMIN")
    return pod


namespace = settings["namespace"]
answers = {
    "rootless": attempt(lambda: build("build-example", namespace, changed)),
    "upstream": attempt(lambda: build("build-upstream", namespace, lambda pod: pod)),
    "another account": attempt(lambda: build("build-account", namespace, lambda pod: changed(pod, "default"))),
    "host users": attempt(lambda: build("build-users", namespace, on_the_nodes_user)),
    "privilege": attempt(lambda: build("build-privilege", namespace, with_privilege)),
    "elsewhere": attempt(another_namespace),
    "count": attempt(servers_counted),
    "secrets": attempt(lambda: len(api.list_namespaced_secret(namespace).items)),
}
print(json.dumps(answers))
