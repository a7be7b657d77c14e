package policies.rules;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import policy.Findings;
import policy.Resource;

/** What has to be in every namespace that the stack makes. */
final class Namespaces {
    private static final Set<String> KINDS = Set.of("Namespace", "Project", "ProjectRequest");

    private Namespaces() {}

    /** Whether it is a namespace; OpenShift has further kinds that make one. */
    static boolean makesOne(Resource resource) {
        return KINDS.contains(resource.kind());
    }

    /** A finding for each namespace without such an object. */
    static void each(
            List<Resource> resources, Predicate<Resource> wanted, String what, String limit, String mend, Findings to) {
        List<String> having = resources.stream()
                .filter(wanted)
                .map(NamespaceQuotas::namespaceOf)
                .toList();
        resources.stream()
                .filter(Namespaces::makesOne)
                .filter(resource ->
                        !having.contains(resource.at("metadata", "name").textOr("")))
                .forEach(resource -> to.add(resource, what, "", limit, mend));
    }
}
