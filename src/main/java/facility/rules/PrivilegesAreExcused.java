package facility.rules;

import facility.Facility;
import facility.Namespace;
import facility.PodSecurity;
import facility.PrivilegedNamespace;
import facility.Problems;
import java.time.Clock;
import java.time.LocalDate;

/** Privilege is a named exception that has not ended, in a namespace where nothing else runs. */
final class PrivilegesAreExcused implements Rule {
    private final Clock clock;

    PrivilegesAreExcused(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void check(Facility facility, Problems problems) {
        for (PrivilegedNamespace plugin : facility.cluster().privileged()) {
            String path = "cluster.privileged[" + plugin.name() + "]";
            if (plugin.until().isBefore(LocalDate.now(clock))) {
                problems.add(
                        path + ".until",
                        "has ended",
                        plugin.until().toString(),
                        "a day that is still to come",
                        "look whether it is still needed, then move the day or remove the exception");
            }
            written(path + ".owner", plugin.owner(), problems);
            written(path + ".reason", plugin.reason(), problems);
            if (plugin.isOurs()) {
                ours(facility, plugin, path, problems);
            }
        }
        for (Namespace namespace : facility.namespaces()) {
            boolean excused = facility.cluster()
                    .privileged(namespace.name())
                    .filter(PrivilegedNamespace::isOurs)
                    .isPresent();
            if (namespace.podSecurity() == PodSecurity.PRIVILEGED && !excused) {
                problems.add(
                        Paths.of(namespace) + ".podSecurity",
                        "is no level without an exception",
                        "\"privileged\"",
                        "a namespace of cluster.privileged, managed by the facility",
                        "add it there, with owner, reason and end, or write restricted");
            }
        }
        facility.storage()
                .cephCsi()
                .filter(csi -> facility.cluster().privileged(csi.namespace()).isEmpty())
                .ifPresent(csi -> problems.add(
                        "storage.cephCsi.namespace",
                        "runs privileged pods without an exception",
                        "\"" + csi.namespace() + "\"",
                        "a namespace of cluster.privileged",
                        "add it there, with owner, reason and end"));
    }

    private static void written(String path, String text, Problems problems) {
        if (text.isBlank()) {
            problems.add(path, "is empty", "\"\"", "a few words: an exception has an owner and a reason", "write them");
        }
    }

    private static void ours(Facility facility, PrivilegedNamespace plugin, String path, Problems problems) {
        var namespace = facility.namespace(plugin.name());
        namespace
                .filter(its -> its.podSecurity() != PodSecurity.PRIVILEGED)
                .ifPresent(its -> problems.add(
                        Paths.of(its) + ".podSecurity",
                        "keeps its privileged pods out",
                        "\"" + its.podSecurity().key() + "\"",
                        "privileged, as cluster.privileged has it",
                        "write privileged, or remove the exception"));
        if (namespace.isEmpty()) {
            problems.add(
                    path,
                    "is no declared namespace",
                    "\"" + plugin.name() + "\"",
                    "what the facility manages has its quota under namespaces",
                    "add the namespace, or set managedBy to cluster-admins");
        }
        if (plugin.name().equals(facility.hub().namespace())) {
            problems.add(
                    path,
                    "is where users' servers run",
                    "\"" + plugin.name() + "\"",
                    "a namespace of the plugin's own: users' pods stay restricted",
                    "move the plugin");
        }
        if (plugin.serviceAccounts().isEmpty() || plugin.serviceAccounts().contains("default")) {
            problems.add(
                    path + ".serviceAccounts",
                    "grants the SCC to nobody in particular",
                    plugin.serviceAccounts().toString(),
                    "the plugin's own accounts, and never default",
                    "name them");
        }
    }
}
