package policies.rules;

import java.util.ArrayList;
import java.util.Optional;
import policy.About;
import policy.Admission;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.ResourceRule;
import policy.RuleSettings;
import policy.Severity;

public final class RequestsArePresent implements ResourceRule {
    private static final String LIMIT = "requests of cpu and memory";

    @Override
    public About about() {
        return About.mandatory(
                        "requests-are-present",
                        "every container names its CPU and memory requests",
                        "the scheduler packs what names nothing until the node is full",
                        "set resources.requests.cpu and resources.requests.memory")
                .withSeverity(Severity.MEDIUM);
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        Pods.of(resource).ifPresent(pods -> pods.containers().forEach(container -> {
            var missing = new ArrayList<String>();
            for (String name : new String[] {"cpu", "memory"}) {
                // Kubernetes takes a limit for the request where there is none.
                if (!container.at("resources", "requests", name).present()
                        && !container.at("resources", "limits", name).present()) {
                    missing.add(name);
                }
            }
            if (!missing.isEmpty()) {
                findings.add(
                        resource,
                        Pods.name(container) + " names no request",
                        "of " + String.join(" and ", missing),
                        LIMIT,
                        about().mend());
            }
        }));
    }

    @Override
    public Optional<Admission> admission(RuleSettings settings) {
        String missing = "['cpu', 'memory'].filter(name, !(name in it.?resources.?requests.orValue({}))"
                + " && !(name in it.?resources.?limits.orValue({})))";
        return Optional.of(PodFields.admission(PodFields.container(
                "size(" + missing + ") > 0", "names no request", "'of ' + " + missing + ".join(' and ')", LIMIT)));
    }
}
