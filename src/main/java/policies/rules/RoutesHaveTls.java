package policies.rules;

import java.util.List;
import java.util.Optional;
import policy.About;
import policy.Admission;
import policy.Admission.Check;
import policy.Admission.Kinds;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.ResourceRule;
import policy.RuleSettings;

public final class RoutesHaveTls implements ResourceRule {
    private static final List<String> TERMINATIONS = List.of("edge", "reencrypt", "passthrough");
    private static final String TERMINATED = "one of " + String.join(", ", TERMINATIONS);
    private static final String CLOSED = "Redirect or None";

    @Override
    public About about() {
        return About.mandatory(
                "routes-have-tls",
                "every Route carries TLS and lets nothing through in the open",
                "names, tokens and cookies can be read on the way",
                "set spec.tls.termination, and insecureEdgeTerminationPolicy to Redirect or None");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        String kind = ObjectKind.of(resource);
        if (kind.equals("Ingress") && resource.at("spec", "tls").items().isEmpty()) {
            // OKD makes Routes of it.
            findings.add(resource, "carries no TLS", "no spec.tls", "a Route with TLS", about().mend());
        }
        if (!kind.equals("Route")) {
            return;
        }
        Node tls = resource.at("spec", "tls");
        String termination = tls.at("termination").textOr("");
        if (!TERMINATIONS.contains(termination)) {
            findings.add(
                    resource,
                    "carries no TLS",
                    termination.isEmpty() ? "no termination" : "termination " + termination,
                    TERMINATED,
                    about().mend());
        }
        if (tls.at("insecureEdgeTerminationPolicy").textOr("").equals("Allow")) {
            findings.add(
                    resource,
                    "lets requests through in the open",
                    "insecureEdgeTerminationPolicy Allow",
                    CLOSED,
                    about().mend());
        }
    }

    @Override
    public Optional<Admission> admission(RuleSettings settings) {
        String tls = "[object.?spec.?tls.orValue({})]";
        return Optional.of(new Admission(
                List.of(new Kinds("route.openshift.io", "v1", List.of("routes"))),
                List.of(),
                List.of(
                        new Check(
                                tls,
                                "!(it.?termination.orValue('') in " + Admission.texts(TERMINATIONS) + ")",
                                "'carries no TLS'",
                                "(it.?termination.orValue('') == '' ? 'no termination' : 'termination ' + it.termination)",
                                TERMINATED),
                        new Check(
                                tls,
                                "it.?insecureEdgeTerminationPolicy.orValue('') == 'Allow'",
                                "'lets requests through in the open'",
                                "'insecureEdgeTerminationPolicy Allow'",
                                CLOSED))));
    }
}
