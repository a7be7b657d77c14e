package facility.rules;

import facility.Facility;
import facility.Named;
import facility.Nearest;
import facility.PrivilegedNamespace;
import facility.Problems;
import facility.checkmk.Usage;

/** CheckMK's collectors, where they are wanted, look at hosts in a namespace of their own, which is excused for it. */
final class CollectorsHaveAPlace implements Rule {
    private static final String PATH = "checkmk.usage.";

    @Override
    public void check(Facility facility, Problems problems) {
        facility.checkmk().flatMap(checkmk -> checkmk.usage().collectors()).ifPresent(collectors -> {
            if (!DnsName.isHost(collectors.host()) || facility.hosts().containsValue(collectors.host())) {
                problems.add(
                        PATH + "host",
                        "is no host of its own",
                        "\"" + collectors.host() + "\"",
                        "a DNS name that no service has",
                        "correct it");
            }
            place(facility, collectors, problems);
        });
    }

    private static void place(Facility facility, Usage.ClusterCollector collectors, Problems problems) {
        var namespaces = facility.namespaces().stream().map(Named::name).toList();
        if (!namespaces.contains(collectors.namespace())) {
            String hint = Nearest.hint(collectors.namespace(), namespaces);
            problems.add(
                    PATH + "namespace",
                    "is no declared namespace",
                    "\"" + collectors.namespace() + "\"",
                    "declared are " + String.join(", ", namespaces),
                    hint.isEmpty() ? "add it under namespaces" : hint);
        } else if (facility.cluster()
                .privileged(collectors.namespace())
                .filter(PrivilegedNamespace::isOurs)
                .isEmpty()) {
            problems.add(
                    PATH + "namespace",
                    "lets nobody look at the hosts",
                    "\"" + collectors.namespace() + "\"",
                    "a namespace of cluster.privileged, managed by the facility: the node collectors mount the host's folders",
                    "add it there, with owner, reason and end, or read the platform's Prometheus (type: prometheus)");
        }
    }
}
