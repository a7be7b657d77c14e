"""On the hub: a server that BinderHub asks for runs the image that it built. Nobody else can name an image."""

from jupyterhub import orm
from kubernetes_asyncio.client import V1LocalObjectReference

BINDER_IMAGES = "@IMAGE_PREFIX@"
PULLED_WITH = "@PULL_SECRET@"


def image_of_binder(spawner, pod):
    requester = getattr(getattr(spawner, "handler", None), "current_user", None)
    image = spawner.user_options.get("image") or ""
    if isinstance(requester, orm.Service) and requester.name == "binder" and image.startswith(BINDER_IMAGES):
        pod.spec.containers[0].image = image
        # Only here: what the catalogue offers is pulled as the cluster pulls, and no other server names the login.
        pod.spec.image_pull_secrets = [*(pod.spec.image_pull_secrets or []), V1LocalObjectReference(name=PULLED_WITH)]
    return pod


def after(earlier, hook):
    """Both of them, for KubeSpawner takes one."""
    return lambda spawner, pod: hook(spawner, earlier(spawner, pod) if earlier else pod)


c.KubeSpawner.modify_pod_hook = after(c.KubeSpawner.get("modify_pod_hook"), image_of_binder)
