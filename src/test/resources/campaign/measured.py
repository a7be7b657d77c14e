"""Runs a command and writes what it took, it and every process that it left to others, as one line of JSON.

usage: measured.py FILE COMMAND...

Whoever dies later than its parent is handed to this process (PR_SET_CHILD_SUBREAPER, prctl(2)), so that no processor
second is lost and none that lives on is missed.
"""

import ctypes
import json
import os
import resource
import subprocess
import sys
import threading
import time

SUBREAPER = 36
PAUSE = 0.05
seen = {}


def processes():
    """Parent and command line of each process, by its id."""
    found = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as stat:
                    fields = stat.read().rpartition(")")[2].split()
                with open(f"/proc/{name}/cmdline") as line:
                    found[int(name)] = (int(fields[1]), fields[0], line.read().replace("\0", " "))
            except OSError:
                pass  # it has ended
    return found


def descendants():
    everything, ours = processes(), {}
    for pid in everything:
        above = pid
        while above in everything and above != os.getpid():
            above = everything[above][0]
        if above == os.getpid() and pid != os.getpid() and everything[pid][1] != "Z":
            ours[pid] = everything[pid][2].strip()
    return ours


def watch(ended):
    while not ended.wait(PAUSE):
        seen.update(descendants())


def main():
    out, command = sys.argv[1], sys.argv[2:]
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    ended = threading.Event()
    watcher = threading.Thread(target=watch, args=(ended,))
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=sys.stderr)
    watcher.start()
    code = process.wait()
    wall = time.monotonic() - start
    survivors = descendants()
    ended.set()
    watcher.join()
    try:
        while True:
            os.wait()
    except ChildProcessError:
        lingered = time.monotonic() - start - wall
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    java = [line for line in seen.values() if os.path.basename(line.split(" ")[0]) == "java"]
    with open(out, "w") as file:
        json.dump(
            {
                "exit": code,
                "wall": wall,
                "processor": used.ru_utime + used.ru_stime,
                "jvms": len(java),
                "packs": len([line for line in java if "policies.Main" in line]),
                "survivors": sorted(survivors.values()),
                "lingered": lingered,
            },
            file,
        )
    sys.exit(code)


main()
