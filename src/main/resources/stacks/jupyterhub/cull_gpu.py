"""Runs gpu_culler.py as a service of the hub, with the scopes that it needs and none beyond."""

import json
import os
import sys
from pathlib import Path

CULLER = Path(os.environ.get("HUB_CONFIGURATION", "/usr/local/etc/jupyterhub")) / "gpu_culler.py"


def environments_with_a_slice():
    """{profile: {default: environment, gpu: [environment]}} of the catalogue."""
    found = {}
    for profile in get_config("singleuser.profileList", []):
        choices = profile["profile_options"]["environment"]["choices"]
        found[profile["slug"]] = {
            "default": next((name for name, choice in choices.items() if choice.get("default")), None),
            "gpu": [name for name, choice in choices.items() if "extra_resource_limits" in choice["kubespawner_override"]],
        }
    return found


c.JupyterHub.services.append(
    {
        "name": "gpu-culler",
        "command": [
            sys.executable,
            str(CULLER),
            f"--timeout={get_config('custom.cullGpu.timeout')}",
            f"--every={get_config('custom.cullGpu.every')}",
            f"--gpu={json.dumps(environments_with_a_slice(), sort_keys=True)}",
        ],
    }
)
c.JupyterHub.load_roles.append(
    {
        "name": "gpu-culler",
        "services": ["gpu-culler"],
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
    }
)
