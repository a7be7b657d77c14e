"""The chart's values as JupyterHub's traits. Value names are those of zero-to-jupyterhub."""

import os
import sys
from pathlib import Path

import yaml

FOLDER = Path(os.environ.get("HUB_CONFIGURATION", "/usr/local/etc/jupyterhub"))
VALUES = yaml.safe_load((FOLDER / "config" / "values.yaml").read_text())


def get_config(path, default=None):
    """The value at a dotted path; the default where there is none, or null."""
    value = VALUES
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return default if value is None else value


def get_secret_value(key):
    """One key of the Secret that hub.existingSecret names; an error where it is missing."""
    return (FOLDER / "existing-secret" / key).read_text().strip()


def set_traits(section, paths):
    """Sets each trait whose value is there; the others keep JupyterHub's own default."""
    for trait, path in paths.items():
        value = get_config(path)
        if value is not None:
            section[trait] = value


# The hub, its database and its proxy
c.JupyterHub.spawner_class = "kubespawner.KubeSpawner"
c.JupyterHub.hub_bind_url = "http://0.0.0.0:8081"
c.JupyterHub.hub_connect_url = "http://hub:8081"
c.JupyterHub.cleanup_servers = False  # a hub that starts anew finds its users' servers running
c.JupyterHub.last_activity_interval = 60
c.JupyterHub.tornado_settings = {"slow_spawn_timeout": 0}  # to the progress page at once
c.JupyterHub.cookie_secret = bytes.fromhex(get_secret_value("hub.config.JupyterHub.cookie_secret"))
c.CryptKeeper.keys = get_secret_value("hub.config.CryptKeeper.keys").split(";")
c.ConfigurableHTTPProxy.api_url = "http://proxy-api:8001"
c.ConfigurableHTTPProxy.should_start = False
c.JupyterHub.db_url = get_config("hub.db.url", "sqlite:////srv/jupyterhub/jupyterhub.sqlite")
set_traits(
    c.JupyterHub,
    {
        "base_url": "hub.baseUrl",
        "concurrent_spawn_limit": "hub.concurrentSpawnLimit",
        "active_server_limit": "hub.activeServerLimit",
        "allow_named_servers": "hub.allowNamedServers",
        "named_server_limit_per_user": "hub.namedServerLimitPerUser",
        "authenticate_prometheus": "hub.authenticatePrometheus",
        "redirect_to_server": "hub.redirectToServer",
        "shutdown_on_logout": "hub.shutdownOnLogout",
        "template_vars": "hub.templateVars",
    },
)

# The users' servers
c.KubeSpawner.namespace = os.environ.get("POD_NAMESPACE", "default")
set_traits(
    c.KubeSpawner,
    {
        "consecutive_failure_limit": "hub.consecutiveFailureLimit",
        "start_timeout": "singleuser.startTimeout",
        "default_url": "singleuser.defaultUrl",
        "cmd": "singleuser.cmd",
        "image_pull_policy": "singleuser.image.pullPolicy",
        "cpu_limit": "singleuser.cpu.limit",
        "cpu_guarantee": "singleuser.cpu.guarantee",
        "mem_limit": "singleuser.memory.limit",
        "mem_guarantee": "singleuser.memory.guarantee",
        "environment": "singleuser.extraEnv",
        "extra_labels": "singleuser.extraLabels",
        "node_selector": "singleuser.nodeSelector",
        "profile_list": "singleuser.profileList",
    },
)
image, tag = get_config("singleuser.image.name"), get_config("singleuser.image.tag")
if image:
    c.KubeSpawner.image = f"{image}@{tag}" if str(tag).startswith("sha256:") else f"{image}:{tag}"

# Their homes
volumes = list(get_config("singleuser.storage.extraVolumes", []))
mounts = list(get_config("singleuser.storage.extraVolumeMounts", []))
if get_config("singleuser.storage.type") == "dynamic":
    claim = get_config("singleuser.storage.dynamic.pvcNameTemplate")
    volume = get_config("singleuser.storage.dynamic.volumeNameTemplate")
    c.KubeSpawner.storage_pvc_ensure = True
    c.KubeSpawner.pvc_name_template = claim
    set_traits(
        c.KubeSpawner,
        {
            "storage_capacity": "singleuser.storage.capacity",
            "storage_class": "singleuser.storage.dynamic.storageClass",
            "storage_access_modes": "singleuser.storage.dynamic.storageAccessModes",
            "storage_extra_labels": "singleuser.storage.extraLabels",
        },
    )
    volumes.insert(0, {"name": volume, "persistentVolumeClaim": {"claimName": claim}})
    mounts.insert(0, {"name": volume, "mountPath": get_config("singleuser.storage.homeMountPath")})
c.KubeSpawner.volumes = volumes
c.KubeSpawner.volume_mounts = mounts

# Services, and what each may do
c.JupyterHub.services = []
for name, service in get_config("hub.services", {}).items():
    token = {"api_token": get_secret_value(f"hub.services.{name}.apiToken")}
    c.JupyterHub.services.append({"name": name, **service, **token})
c.JupyterHub.load_roles = [{"name": name, **role} for name, role in get_config("hub.loadRoles", {}).items()]
if get_config("cull.enabled"):
    flags = [f"--{flag}={get_config(path)}" for flag, path in {
        "timeout": "cull.timeout",
        "cull-every": "cull.every",
        "max-age": "cull.maxAge",
        "concurrency": "cull.concurrency",
        "remove-named-servers": "cull.removeNamedServers",
    }.items()]
    culler = [sys.executable, "-m", "jupyterhub_idle_culler", "--url=http://localhost:8081" + get_config("hub.baseUrl").rstrip("/") + "/hub/api"]
    c.JupyterHub.services.append({"name": "jupyterhub-idle-culler", "command": culler + flags})
    c.JupyterHub.load_roles.append(
        {
            "name": "jupyterhub-idle-culler",
            "services": ["jupyterhub-idle-culler"],
            "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        }
    )

# Traits by class, and last what no value stands for
for name, traits in get_config("hub.config", {}).items():
    c[name].update(traits)
for name, text in sorted(get_config("hub.extraConfig", {}).items()):
    exec(compile(text, f"hub.extraConfig.{name}", "exec"))
