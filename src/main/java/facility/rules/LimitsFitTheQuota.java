package facility.rules;

import facility.Facility;
import facility.LimitDefaults;
import facility.Namespace;
import facility.Problems;
import facility.Quantity;

/** What a container gets that asks for nothing is a possible request, and fits the namespace's quota once. */
final class LimitsFitTheQuota implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        for (Namespace namespace : facility.namespaces()) {
            LimitDefaults limits = namespace.limits();
            String path = Paths.of(namespace) + ".limits.";
            request(path + "cpuRequest", limits.cpuRequest(), limits.cpu(), problems);
            request(path + "memoryRequest", limits.memoryRequest(), limits.memory(), problems);
            limit(path + "cpu", limits.cpu(), namespace.quota().cpu(), problems);
            limit(path + "memory", limits.memory(), namespace.quota().memory(), problems);
        }
    }

    private static void request(String path, Quantity request, Quantity limit, Problems problems) {
        if (request.compareTo(limit) > 0 || request.isNegative()) {
            problems.add(
                    path,
                    "is no possible request",
                    request.toString(),
                    "from 0 to the limit beside it, " + limit,
                    "lower it or raise the limit");
        }
    }

    private static void limit(String path, Quantity limit, Quantity quota, Problems problems) {
        if (limit.compareTo(quota) > 0) {
            problems.add(
                    path,
                    "is above the namespace's quota",
                    limit.toString(),
                    "at most " + quota + ", or no container starts",
                    "lower it or raise the quota");
        }
    }
}
