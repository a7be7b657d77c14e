package policies.rules;

import java.util.List;
import java.util.function.Predicate;
import policy.Findings;
import policy.Resource;

/** What has to be in every namespace that the stack makes. */
final class Namespaces {
    private Namespaces() {}

    /** A finding for each namespace without such an object. */
    static void each(
            List<Resource> resources, Predicate<Resource> wanted, String what, String limit, String mend, Findings to) {
        List<String> having = resources.stream()
                .filter(wanted)
                .map(NamespaceQuotas::namespaceOf)
                .toList();
        resources.stream()
                .filter(resource -> resource.kind().equals("Namespace"))
                .filter(resource ->
                        !having.contains(resource.at("metadata", "name").textOr("")))
                .forEach(resource -> to.add(resource, what, "", limit, mend));
    }
}
