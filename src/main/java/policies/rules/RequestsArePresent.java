package policies.rules;

import java.util.ArrayList;
import java.util.Optional;
import policy.About;
import policy.Admission;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.ResourceRule;
import policy.RuleSettings;
import policy.Severity;

public final class RequestsArePresent implements ResourceRule {
    private static final String LIMIT = "requests of cpu and memory";

    /** A quantity of nothing, in whatever unit. */
    private static final String NOTHING = "0+(\\.0+)?[a-zA-Z]*";

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
        if (ObjectKind.isPatch(resource)) {
            // What it does not name stays as it is.
            return;
        }
        Pods.of(resource).ifPresent(pods -> pods.containers().forEach(container -> {
            var missing = new ArrayList<String>();
            for (String name : new String[] {"cpu", "memory"}) {
                // Kubernetes takes a limit for the request where there is none.
                if (!asks(container.at("resources", "requests", name))
                        && (container.at("resources", "requests", name).present()
                                || !asks(container.at("resources", "limits", name)))) {
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

    private static boolean asks(Node amount) {
        return amount.text().filter(text -> !text.matches(NOTHING)).isPresent();
    }

    @Override
    public Optional<Admission> admission(RuleSettings settings) {
        String zero = ".matches(" + Admission.text("^(?:" + NOTHING + ")$") + ")";
        String requests = "it.?resources.?requests.orValue({})";
        String limits = "it.?resources.?limits.orValue({})";
        String missing = "['cpu', 'memory'].filter(name, name in " + requests + " ? string(" + requests + "[name])"
                + zero + " : !(name in " + limits + ") || string(" + limits + "[name])" + zero + ")";
        return Optional.of(PodFields.admission(PodFields.container(
                "size(" + missing + ") > 0", "names no request", "'of ' + " + missing + ".join(' and ')", LIMIT)));
    }
}
