"""Brings the hub's groups and users in line with the laboratory's registry, FERRY.

Reads every declared unit and group from the registry before it changes anything: an answer that is missing, cut off,
of another shape or empty changes nothing. Says each member who is added or removed by name. The registry's answers are
those of github.com/fermitools/Ferry (getAffiliationMembers, getGroupMembers); the hub's are JupyterHub 5's.

Exit codes: 0 in line, 1 refused or failed.
"""

import argparse
import http.client
import json
import re
import ssl
import sys
import urllib.error
import urllib.parse
import urllib.request

TIMEOUT = 60
# What POSIX and JupyterHub both take; anything else is not the answer that was asked for.
NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{0,62}")


class Refused(Exception):
    """Why nothing was changed."""


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A certificate or a token is for the address that is declared, and for no other."""

    def redirect_request(self, *_):
        return None


class Registry:
    def __init__(self, url, authority, certificate, key):
        context = ssl.create_default_context(cafile=authority)
        context.load_cert_chain(certificate, key)
        self.url = url.rstrip("/")
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), NoRedirect, urllib.request.HTTPSHandler(context=context)
        )

    def unit(self, name):
        """The active members of an affiliation unit."""
        found = self._ask("getAffiliationMembers", unitname=name)
        if len(found) != 1 or not isinstance(found[0], dict) or found[0].get("unitname") != name:
            raise Refused(f"registry: unit {name}: the answer has no members of this unit")
        return self._names(f"unit {name}", found[0].get("users"))

    def unix_group(self, name):
        """The members of a Unix group."""
        return self._names(f"group {name}", self._ask("getGroupMembers", groupname=name, grouptype="UnixGroup"))

    def _ask(self, method, **parameters):
        what = f"registry: {method} {' '.join(parameters.values())}"
        try:
            url = f"{self.url}/{method}?{urllib.parse.urlencode(parameters)}"
            with self.opener.open(url, timeout=TIMEOUT) as answer:
                envelope = json.loads(answer.read())
        except (OSError, http.client.HTTPException, ValueError) as failed:
            raise Refused(f"{what}: {type(failed).__name__}: {failed}") from failed
        if not isinstance(envelope, dict) or envelope.get("ferry_status") != "success" or envelope.get("ferry_error"):
            said = envelope.get("ferry_error") if isinstance(envelope, dict) else None
            raise Refused(f"{what}: the registry reports no success: {said}")
        output = envelope.get("ferry_output")
        if not isinstance(output, list):
            raise Refused(f"{what}: ferry_output is {type(output).__name__}, not a list")
        return output

    @staticmethod
    def _names(what, people):
        if not isinstance(people, list) or not people:
            raise Refused(f"registry: {what}: no members; to take a group away, remove it from the declaration")
        names = set()
        for person in people:
            name = person.get("username") if isinstance(person, dict) else None
            if not isinstance(name, str) or not NAME.fullmatch(name.lower()):
                raise Refused(f"registry: {what}: a member has no user name: {name!r}")
            names.add(name.lower())
        return names


class Hub:
    def __init__(self, url, token):
        self.url = url.rstrip("/")
        self.token = token
        self.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), NoRedirect)

    def users(self):
        """Everybody whom the hub knows, with their groups; page by page, since the hub cuts a list off at 50 to 200."""
        users, page = {}, {"offset": 0}
        while page:
            answer = self.call("GET", f"/users?offset={page['offset']}&limit=200")
            for user in answer["items"]:
                users[user["name"]] = {"groups": set(user["groups"]), "admin": user["admin"]}
            page = answer["_pagination"]["next"]
        return users

    def call(self, method, path, body=None):
        request = urllib.request.Request(
            self.url + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Authorization": f"token {self.token}",
                "Accept": "application/jupyterhub-pagination+json",
                "Content-Type": "application/json",
            },
        )
        with self.opener.open(request, timeout=TIMEOUT) as answer:
            text = answer.read()
            return json.loads(text) if text else None


class Plan:
    """What differs between the registry and the hub."""

    def __init__(self, wanted, users, hand_kept):
        everybody = set().union(*wanted.values())
        self.known = len(users)
        self.create = sorted(everybody - set(users))
        self.join, self.leave = {}, {}
        for group, names in sorted(wanted.items()):
            members = {name for name, user in users.items() if group in user["groups"]}
            self.join[group] = sorted(names - members)
            self.leave[group] = sorted(members - names)
        # An administrator is declared, and a member of a hand-kept group is somebody's own decision.
        self.delete = sorted(
            name
            for name, user in users.items()
            if name not in everybody and not user["admin"] and not user["groups"] & hand_kept
        )

    def losing(self):
        """The people who lose a group or their account."""
        return set(self.delete).union(*self.leave.values())

    def refuse_too_many(self, count, percent):
        losing = len(self.losing())
        # One person may always leave: in a small hub a single one is a large share.
        allowed = min(count, max(1, self.known * percent // 100))
        if losing > allowed:
            raise Refused(
                f"{losing} of {self.known} people would lose a group or their account, and at most {allowed} may in one go"
                f" (count {count}, share {percent}%). Who: {', '.join(sorted(self.losing()))}."
                " If that is right, raise facility:ferry removals in the environment's file, bring it up, and lower it again"
            )

    def say(self, would):
        lines = [f"add user {name}" for name in self.create]
        lines += [f"add {name} to {group}" for group, names in self.join.items() for name in names]
        lines += [f"remove {name} from {group}" for group, names in self.leave.items() for name in names]
        lines += [f"remove user {name}" for name in self.delete]
        for line in lines:
            print(would + line)
        added = sum(line.startswith("add ") for line in lines)
        dry = ", none made: this is a dry run" if would else ""
        print(f"{added} additions and {len(lines) - added} removals{dry}")

    def carry_out(self, hub):
        """Adds before it removes, so that nobody who only changes groups is without one in between."""
        if self.create:
            hub.call("POST", "/users", {"usernames": self.create})
        for group, names in self.join.items():
            if names:
                hub.call("POST", f"/groups/{group}/users", {"users": names})
        for group, names in self.leave.items():
            if names:
                hub.call("DELETE", f"/groups/{group}/users", {"users": names})
        for name in self.delete:
            hub.call("DELETE", f"/users/{urllib.parse.quote(name)}")


def synchronise(options):
    declared = json.loads(open(options.config, encoding="utf-8").read())
    hub = Hub(declared["hub"], open(options.hub_token, encoding="utf-8").read().strip())
    try:
        registry = Registry(declared["registry"], options.authority, options.certificate, options.key)
    except OSError as unreadable:
        raise Refused(f"client certificate: {type(unreadable).__name__}: {unreadable}") from unreadable
    wanted = {}
    for group, source in declared["groups"].items():
        found = [registry.unit(name) for name in source["units"]]
        found += [registry.unix_group(name) for name in source["unixGroups"]]
        wanted[group] = set().union(*found)
    try:
        users = hub.users()
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError) as failed:
        raise Refused(f"hub: {type(failed).__name__}: {failed}") from failed
    plan = Plan(wanted, users, set(declared["handKept"]))
    plan.refuse_too_many(declared["removals"]["count"], declared["removals"]["percent"])
    dry = options.dry_run or declared["dryRun"]
    plan.say("would " if dry else "")
    if not dry:
        plan.carry_out(hub)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("config", "certificate", "key", "hub-token"):
        parser.add_argument(f"--{name}", required=True, metavar="FILE")
    parser.add_argument("--authority", metavar="FILE", help="the registry's; the system's list if not given")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    try:
        synchronise(parser.parse_args())
    except Refused as refused:
        sys.exit(f"nothing was changed: {refused}")
    except (OSError, http.client.HTTPException) as failed:
        sys.exit(f"hub: stopped half way, the next run goes on: {type(failed).__name__}: {failed}")


main()
