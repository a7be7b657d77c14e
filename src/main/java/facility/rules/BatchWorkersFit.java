package facility.rules;

import facility.Facility;
import facility.Problems;
import facility.Quantity;
import facility.dask.CondorPool;

/** The batch workers' job can run and is limited, and their queue can be looked into. */
final class BatchWorkersFit implements Rule {
    private static final String PATH = "dask.batch.";
    private static final int FIRST_UNPRIVILEGED = 1024;
    private static final int LARGEST_PORT = 65_535;

    @Override
    public void check(Facility facility, Problems problems) {
        facility.dask().batch().ifPresent(pool -> {
            host("schedd", pool.schedd(), problems);
            if (pool.maxJobs() < 1 || pool.cores() < 1) {
                problems.add(
                        PATH + (pool.maxJobs() < 1 ? "maxJobs" : "cores"),
                        "lets no worker run",
                        "" + Math.min(pool.maxJobs(), pool.cores()),
                        "at least 1",
                        "correct the count");
            }
            amount("memory", pool.memory(), problems);
            amount("disk", pool.disk(), problems);
            ports(pool, problems);
            pool.monitor().ifPresent(monitor -> {
                host("monitor.collector", monitor.collector(), problems);
                Networks.check(PATH + "monitor.networks", "the pool", monitor.networks(), problems);
            });
        });
    }

    private static void host(String key, String name, Problems problems) {
        if (!DnsName.isHost(name)) {
            problems.add(PATH + key, "is no host name", "\"" + name + "\"", "a DNS name, without a port", "correct it");
        }
    }

    private static void amount(String key, Quantity amount, Problems problems) {
        if (amount.isZero() || amount.isNegative()) {
            problems.add(PATH + key, "is no amount", amount.toString(), "more than 0", "write a job's");
        }
    }

    /** A worker takes one of them: fewer ports than jobs are enough, since machines share the range, each its own. */
    private static void ports(CondorPool pool, Problems problems) {
        if (pool.firstPort() < FIRST_UNPRIVILEGED
                || pool.lastPort() > LARGEST_PORT
                || pool.firstPort() > pool.lastPort()) {
            problems.add(
                    PATH + "firstPort",
                    "begins no range of ports",
                    pool.firstPort() + " to " + pool.lastPort(),
                    "from " + FIRST_UNPRIVILEGED + " to " + LARGEST_PORT + ", the first not above the last",
                    "correct one of the two");
        }
    }
}
