package facility.rules;

import facility.Facility;
import facility.Problems;
import facility.Quantity;
import facility.binder.Builds;
import facility.binder.Launches;
import java.util.function.Function;

/** BinderHub's limits limit, in the order that they were meant in, and what they let run has room. */
final class BinderQuotasFit implements Rule {
    private static final String LAUNCHES = "binder.launches";
    private static final String BUILDS = "binder.builds";

    /** Of the hub's namespace: the hub and its proxy are pods as well. */
    private static final int OWN_PODS = 2;

    @Override
    public void check(Facility facility, Problems problems) {
        launches(facility, facility.binder().launches(), problems);
        Builds builds = facility.binder().builds();
        atLeastOne(BUILDS + ".concurrent", builds.concurrent(), problems);
        if (builds.timeout().toSeconds() < 60) {
            problems.add(
                    BUILDS + ".timeout",
                    "is shorter than any build",
                    builds.timeout().toSeconds() + "s",
                    "at least 60s",
                    "raise it");
        }
        resource(facility, "cpu", Builds::cpu, quota -> quota.cpu(), problems);
        resource(facility, "memory", Builds::memory, quota -> quota.memory(), problems);
    }

    private static void launches(Facility facility, Launches launches, Problems problems) {
        atLeastOne(LAUNCHES + ".perRepository", launches.perRepository(), problems);
        order(
                "perRepositoryHigher",
                launches.perRepositoryHigher(),
                "perRepository",
                launches.perRepository(),
                problems);
        order("total", launches.total(), "perRepositoryHigher", launches.perRepositoryHigher(), problems);
        int planned = facility.hub().users().atOnce();
        if (launches.total() <= planned) {
            problems.add(
                    LAUNCHES + ".total",
                    "is reached by the hub's planned users alone",
                    "" + launches.total(),
                    "above hub.users.atOnce " + planned + ", because BinderHub counts every server of the hub",
                    "raise it");
        }
        facility.namespace(facility.hub().namespace()).ifPresent(namespace -> {
            int most = namespace.quota().pods() - OWN_PODS;
            if (launches.total() > most) {
                problems.add(
                        LAUNCHES + ".total",
                        "is above what the hub's namespace may run",
                        "" + launches.total(),
                        "at most " + most + ", which is " + Paths.of(namespace)
                                + ".quota.pods less the hub and its proxy",
                        "lower it or raise the quota");
            }
        });
    }

    /** Upstream takes 0 for no limit at all. */
    private static void atLeastOne(String path, int value, Problems problems) {
        if (value < 1) {
            problems.add(path, "is no limit", "" + value, "at least 1; upstream takes 0 for no limit", "set one");
        }
    }

    private static void order(String key, int value, String lower, int least, Problems problems) {
        if (value < least) {
            problems.add(
                    LAUNCHES + "." + key,
                    "is below " + lower,
                    "" + value,
                    "at least " + LAUNCHES + "." + lower + ", which is " + least,
                    "raise it or lower " + lower);
        }
    }

    private static void resource(
            Facility facility,
            String key,
            Function<Builds, Quantity> each,
            Function<facility.Quota, Quantity> of,
            Problems problems) {
        Builds builds = facility.binder().builds();
        Quantity one = each.apply(builds);
        String path = BUILDS + "." + key;
        if (one.isZero() || one.isNegative()) {
            problems.add(path, "is no limit", one.toString(), "more than 0", "set one");
            return;
        }
        facility.namespace(builds.namespace()).ifPresent(namespace -> {
            Quantity quota = of.apply(namespace.quota());
            Quantity all = one.times(builds.concurrent());
            String where = Paths.of(namespace) + ".quota." + key + " " + quota;
            if (one.compareTo(quota) > 0) {
                problems.add(
                        path, "is above " + where, one.toString(), "at most " + quota, "lower it or raise the quota");
            } else if (all.compareTo(quota) > 0) {
                problems.add(
                        BUILDS + ".concurrent",
                        "needs more " + key + " than " + where,
                        "" + builds.concurrent(),
                        builds.concurrent() + " times " + one + " is " + all,
                        "lower one of the two, or raise the quota");
            }
        });
    }
}
