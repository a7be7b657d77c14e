package policies.rules;

import java.util.List;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.Severity;
import policy.StackRule;

public final class NamespaceHasLimitRange implements StackRule {
    private static final List<String> BOTH = List.of("cpu", "memory");

    @Override
    public About about() {
        return About.mandatory(
                        "namespace-has-limit-range",
                        "every namespace has a LimitRange with defaults for containers",
                        "under a quota, a pod that names no requests is refused",
                        "declare its limits in facility:namespaces")
                .withSeverity(Severity.MEDIUM);
    }

    @Override
    public void check(List<Resource> resources, Given given, Findings findings) {
        Namespaces.each(
                resources,
                NamespaceHasLimitRange::hasDefaults,
                "has no LimitRange",
                "one of type Container with default and defaultRequest of cpu and memory",
                about().mend(),
                findings);
    }

    private static boolean hasDefaults(Resource resource) {
        return resource.kind().equals("LimitRange")
                && resource.at("spec", "limits").items().stream()
                        .anyMatch(limit -> limit.at("type").textOr("").equals("Container")
                                && limit.at("default").fields().keySet().containsAll(BOTH)
                                && limit.at("defaultRequest").fields().keySet().containsAll(BOTH));
    }
}
