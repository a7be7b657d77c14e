"""The chart's values as BinderHub's traits. Value names are those of upstream's chart."""

import os
from pathlib import Path
from urllib.parse import urlparse

import yaml

FOLDER = Path(os.environ.get("BINDERHUB_CONFIGURATION", "/etc/binderhub/config"))
VALUES = yaml.safe_load((FOLDER / "values.yaml").read_text())

c.BinderHub.hub_api_token = os.environ["JUPYTERHUB_API_TOKEN"]

for name, traits in VALUES["config"].items():
    c[name].update(traits)

if c.BinderHub.auth_enabled is not True:
    raise ValueError("BinderHub.auth_enabled is not true: this chart serves nobody who is not signed in")

# Where a browser is sent to sign in: the hub's host, by its public name.
hub_url = urlparse(c.BinderHub.hub_url)
c.HubOAuth.hub_host = f"{hub_url.scheme}://{hub_url.netloc}"
c.HubOAuth.base_url = c.BinderHub.base_url

for name, text in sorted(VALUES["extraConfig"].items()):
    exec(compile(text, f"extraConfig.{name}", "exec"))
