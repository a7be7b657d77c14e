"""Signs in through the hub's rendered configuration, with the real authenticator.

Reads {known: [name], attempts: [{username, password}]} from standard input, prints {authenticator, unknown_traits,
outcomes: [name or null or the error's class]}.
"""

import asyncio
import json
import logging
import sys

from jupyterhub import orm
from jupyterhub.app import JupyterHub


class Unrecognised(logging.Handler):
    """Collects what traitlets says of options that no class has."""

    def __init__(self):
        super().__init__()
        self.messages = []

    def emit(self, record):
        if "not recognized" in record.getMessage():
            self.messages.append(record.getMessage())


async def main():
    folder, known = sys.argv[1], json.load(sys.stdin)
    unrecognised = Unrecognised()
    app = JupyterHub()
    app.log.addHandler(unrecognised)
    await app.initialize(
        [f"--config={folder}/jupyterhub_config.py", f"--JupyterHub.db_url=sqlite:///{folder}/hub.sqlite"]
    )
    for name in known["known"]:
        if orm.User.find(app.db, name) is None:
            person = orm.User(name=name)
            app.db.add(person)
            app.db.commit()
            app.authenticator.add_user(app.users[person])
    outcomes = []
    for attempt in known["attempts"]:
        try:
            model = await app.authenticator.get_authenticated_user(None, attempt)
            outcomes.append(model["name"] if model else None)
        except Exception as failed:
            outcomes.append(type(failed).__name__)
    print(
        json.dumps(
            {
                "authenticator": type(app.authenticator).__name__,
                "unknown_traits": unrecognised.messages,
                "outcomes": outcomes,
            }
        )
    )


asyncio.run(main())
