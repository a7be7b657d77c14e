"""Says how many HTCondor jobs that are Dask workers wait and run, and how long they wait, in Prometheus' text format.

The queue is read by condor_q when somebody asks. A queue that cannot be read is said as such: no count is made up, and
none of an earlier reading is shown again.
"""

import argparse
import collections
import http.server
import json
import re
import subprocess
import sys
import threading
import time

# Below the ten seconds after which Prometheus gives a scrape up.
TIMEOUT = 8
# JobStatus, from HTCondor's manual, "Job ClassAd Attributes".
STATES = {1: "idle", 2: "running", 5: "held", 6: "running", 7: "suspended"}
# <namespace>.<id> of Dask Gateway. Users write their jobs themselves: any other text would be a series of its own.
CLUSTER = re.compile(r"[a-z0-9-]{1,63}\.[0-9a-f]{32}")
ATTRIBUTES = "DaskCluster,JobStatus,QDate,EnteredCurrentStatus"


class Unreadable(Exception):
    """Why the queue could not be read."""


def jobs(options):
    words = ["condor_q", "-name", options.schedd, "-pool", options.pool, "-allusers", "-json"]
    words += ["-constraint", "isDaskJob =?= true", "-attributes", ATTRIBUTES]
    try:
        ended = subprocess.run(words, capture_output=True, timeout=TIMEOUT, check=False)
        if ended.returncode != 0:
            raise Unreadable(f"condor_q ended with {ended.returncode}: {ended.stderr.decode(errors='replace').strip()}")
        # Nothing at all is what it prints for no jobs.
        read = json.loads(ended.stdout or b"[]")
        if not isinstance(read, list) or not all(isinstance(job, dict) for job in read):
            raise Unreadable("condor_q printed no list of jobs")
        return read
    except (OSError, ValueError, subprocess.TimeoutExpired) as failed:
        raise Unreadable(f"{type(failed).__name__}: {failed}") from failed


def cluster(job):
    name = job.get("DaskCluster")
    return name if isinstance(name, str) and CLUSTER.fullmatch(name) else "unknown"


def since(job, now):
    """How long a job is as it is: one that was evicted waits anew."""
    began = job.get("EnteredCurrentStatus") or job.get("QDate")
    return max(0, int(now - began)) if isinstance(began, (int, float)) else 0


def exposition(options, now):
    counts, waits, readable = collections.Counter(), {}, 1
    try:
        for job in jobs(options):
            state = STATES.get(job.get("JobStatus"))
            if state:
                counts[cluster(job), state] += 1
            if state == "idle":
                waits[cluster(job)] = max(waits.get(cluster(job), 0), since(job, now))
    except Unreadable as why:
        print(f"the queue cannot be read: {why}", file=sys.stderr, flush=True)
        counts, waits, readable = {}, {}, 0
    lines = [
        "# HELP dask_batch_queue_up Whether the queue could be read.",
        "# TYPE dask_batch_queue_up gauge",
        f"dask_batch_queue_up {readable}",
        "# HELP dask_batch_workers Batch jobs that are Dask workers.",
        "# TYPE dask_batch_workers gauge",
    ]
    lines += [
        f'dask_batch_workers{{cluster="{name}",state="{state}"}} {count}'
        for (name, state), count in sorted(counts.items())
    ]
    lines += [
        "# HELP dask_batch_worker_pending_seconds How long the job waits that waits the longest.",
        "# TYPE dask_batch_worker_pending_seconds gauge",
    ]
    lines += [
        f'dask_batch_worker_pending_seconds{{cluster="{name}"}} {seconds}' for name, seconds in sorted(waits.items())
    ]
    return "\n".join(lines) + "\n"


def serve(options):
    # One question to the queue at a time, however many scrapers there are.
    asking = threading.Lock()

    class Metrics(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path not in ("/metrics", "/health"):
                return self.send_error(404)
            with asking if self.path == "/metrics" else threading.Lock():
                text = exposition(options, time.time()) if self.path == "/metrics" else "ok\n"
            body = text.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            return self.wfile.write(body)

        def log_message(self, *_):
            pass

    http.server.ThreadingHTTPServer((options.address, options.port), Metrics).serve_forever()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--schedd", required=True, help="the access point whose queue it is")
    parser.add_argument("--pool", required=True, help="the collector that knows where the access point listens")
    parser.add_argument("--address", default="0.0.0.0")
    parser.add_argument("--port", type=int, default=9619)
    parser.add_argument("--once", action="store_true", help="print what would be scraped, and end")
    options = parser.parse_args()
    if options.once:
        print(exposition(options, time.time()), end="")
    else:
        serve(options)


main()
