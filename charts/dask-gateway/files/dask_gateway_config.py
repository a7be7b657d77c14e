"""The chart's values as Dask Gateway's traits. Value names are those of upstream's chart."""

import os
from pathlib import Path

import yaml

FOLDER = Path(os.environ.get("GATEWAY_CONFIGURATION", "/etc/dask-gateway"))
VALUES = yaml.safe_load((FOLDER / "values.yaml").read_text())


def get_property(path, default=None):
    """The value at a dotted path; the default where there is none, or null."""
    value = VALUES
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return default if value is None else value


def set_traits(section, paths):
    """Sets each trait whose value is there; the others keep Dask Gateway's own default."""
    for trait, path in paths.items():
        value = get_property(path)
        if value not in (None, {}):
            section[trait] = value


def image(path):
    name, tag = get_property(f"{path}.name"), str(get_property(f"{path}.tag"))
    return f"{name}@{tag}" if tag.startswith("sha256:") else f"{name}:{tag}"


namespace = get_property("release.namespace")
c.DaskGateway.log_level = get_property("gateway.loglevel", "INFO")
c.DaskGateway.address = ":8000"
c.DaskGateway.backend_class = "dask_gateway_server.backends.kubernetes.KubeBackend"
c.KubeBackend.api_url = f"http://api-{get_property('release.name')}.{namespace}:8000/api"
c.KubeBackend.gateway_instance = get_property("release.name")
c.KubeClusterConfig.image = image("gateway.backend.image")
c.KubeClusterConfig.namespace = get_property("gateway.backend.namespace", namespace)
set_traits(
    c.KubeClusterConfig,
    {
        "image_pull_policy": "gateway.backend.image.pullPolicy",
        "environment": "gateway.backend.environment",
        "worker_threads": "gateway.backend.worker.threads",
        **{
            f"{part}_{trait}": f"gateway.backend.{part}.{path}"
            for part in ("scheduler", "worker")
            for trait, path in {
                "cores": "cores.request",
                "cores_limit": "cores.limit",
                "memory": "memory.request",
                "memory_limit": "memory.limit",
                "extra_pod_config": "extraPodConfig",
                "extra_container_config": "extraContainerConfig",
            }.items()
        },
    },
)

# Who a user is, the hub says; its token comes by JUPYTERHUB_API_TOKEN.
c.DaskGateway.authenticator_class = "dask_gateway_server.auth.JupyterHubAuthenticator"
set_traits(
    c.JupyterHubAuthenticator,
    {
        "jupyterhub_api_url": "gateway.auth.jupyterhub.apiUrl",
        "jupyterhub_service_name": "gateway.auth.jupyterhub.jupyterhubServiceName",
    },
)

# What no value stands for
for name, text in sorted(get_property("gateway.extraConfig", {}).items()):
    exec(compile(text, f"gateway.extraConfig.{name}", "exec"))
