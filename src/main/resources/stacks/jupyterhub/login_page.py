"""The login page's welcome and links, an announcement that shows itself while it is due, and the way to the examples."""

import datetime
import os
from pathlib import Path

from markupsafe import escape


class Announcement:
    """True, and text, from its start to its end: JupyterHub's templates ask at each request."""

    def __init__(self, start, end, text):
        self.start, self.end = (datetime.datetime.fromisoformat(moment.replace("Z", "+00:00")) for moment in (start, end))
        self.text = text

    def __bool__(self):
        return self.start <= datetime.datetime.now(datetime.timezone.utc) < self.end

    def __html__(self):
        return str(escape(self.text)) if self else ""

    __str__ = __html__


login_page = get_config("custom.loginPage", {})
variables = {"welcome": login_page.get("welcome", ""), "links": login_page.get("links", [])}
# page.html shows them to the members of their groups.
variables["examples"] = get_config("custom.examples", [])
if "announcement" in login_page:
    variables["announcement"] = Announcement(**login_page["announcement"])
c.JupyterHub.template_vars.update(variables)
c.JupyterHub.template_paths = [
    str(Path(os.environ.get("HUB_CONFIGURATION", "/usr/local/etc/jupyterhub")) / "templates")
]
