package policies.rules;

import java.util.ArrayList;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.ResourceRule;
import policy.Severity;

public final class RequestsArePresent implements ResourceRule {
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
                        "requests of cpu and memory",
                        about().mend());
            }
        }));
    }
}
