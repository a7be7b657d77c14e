"""Runs a command and writes what it took, it and every process that it left to others, as one line of JSON.

usage: measured.py FILE COMMAND...

Memory is what is resident of all its processes together, and of its JVMs: the most that was seen at one moment. A page
that two processes share counts twice.

Whoever dies later than its parent is handed to this process (PR_SET_CHILD_SUBREAPER, prctl(2)), so that no processor
second is lost and none that lives on is missed.

The machine stood still where its processors together worked less than a tenth of the time, over half a second: then
whoever waited, waited for no processor.
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
PAGE, TICKS = os.sysconf("SC_PAGE_SIZE"), os.sysconf("SC_CLK_TCK")
# Counted from 1 in proc(5): state 3, ppid 4, utime 14, stime 15, rss 24; the two before the state are cut off.
PARENT, USER, SYSTEM, RESIDENT = 1, 11, 12, 21
WINDOW, BUSY = 0.5, 0.1
seen, used = {}, {}
peak = {"all": 0, "jvms": 0}
stood = {"still": 0.0}


def processes():
    """Parent, state, resident bytes and processor seconds of each process, by its id."""
    found = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as stat:
                    fields = stat.read().rpartition(")")[2].split()
                seconds = (int(fields[USER]) + int(fields[SYSTEM])) / TICKS
                found[int(name)] = (int(fields[PARENT]), fields[0], int(fields[RESIDENT]) * PAGE, seconds)
            except OSError:
                pass  # it has ended
    return found


def command_line(pid):
    try:
        with open(f"/proc/{pid}/cmdline") as line:
            return line.read().replace("\0", " ").strip()
    except OSError:
        return ""


def descendants():
    """Of this process: parent, resident bytes and processor seconds, by id."""
    everything, ours = processes(), {}
    for pid in everything:
        above = pid
        while above in everything and above != os.getpid():
            above = everything[above][0]
        if above == os.getpid() and pid != os.getpid() and everything[pid][1] != "Z":
            ours[pid] = (everything[pid][0], everything[pid][2], everything[pid][3])
    return ours


def is_java(line):
    return os.path.basename(line.split(" ")[0]) == "java"


def look():
    ours = descendants()
    lines = {pid: command_line(pid) for pid in ours}
    # One that has not become another program yet shares its parent's memory (vfork(2)).
    resident = {pid: size for pid, (parent, size, _) in ours.items() if lines[pid] != lines.get(parent)}
    seen.update({pid: line for pid, line in lines.items() if line})
    used.update({pid: seconds for pid, (_, _, seconds) in ours.items()})
    peak["all"] = max(peak["all"], sum(resident.values()))
    peak["jvms"] = max(peak["jvms"], sum(size for pid, size in resident.items() if is_java(lines[pid])))


def worked():
    """Seconds of all processors together, of whatever process."""
    with open("/proc/stat") as stat:
        user, nice, system, idle, waiting, *others = [int(field) / TICKS for field in stat.readline().split()[1:9]]
    return user + nice + system + sum(others)


def watch(ended):
    begun, before = time.monotonic(), worked()
    while not ended.wait(PAUSE):
        look()
        passed = time.monotonic() - begun
        if passed >= WINDOW:
            now = worked()
            if now - before < passed * os.cpu_count() * BUSY:
                stood["still"] += passed
            begun, before = begun + passed, now


def by_program():
    """Processor seconds by what the processes were called at last, as of the last look at each."""
    total = {}
    for pid, seconds in used.items():
        name = os.path.basename(seen.get(pid, "?").split(" ")[0])
        total[name] = total.get(name, 0) + seconds
    return total


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
    survivors = [command_line(pid) for pid in descendants()]
    ended.set()
    watcher.join()
    try:
        while True:
            os.wait()
    except ChildProcessError:
        lingered = time.monotonic() - start - wall
    whole = resource.getrusage(resource.RUSAGE_CHILDREN)
    java = [line for line in seen.values() if is_java(line)]
    with open(out, "w") as file:
        json.dump(
            {
                "exit": code,
                "wall": wall,
                "still": stood["still"],
                "processor": whole.ru_utime + whole.ru_stime,
                "programs": by_program(),
                "memory": peak["all"],
                "jvmMemory": peak["jvms"],
                "jvms": len(java),
                "packs": len([line for line in java if "policies.Main" in line]),
                "survivors": sorted(survivors),
                "lingered": lingered,
            },
            file,
        )
    sys.exit(code)


main()
