package policies.rules;

import java.util.List;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.ResourceRule;

public final class RoutesHaveTls implements ResourceRule {
    private static final List<String> TERMINATIONS = List.of("edge", "reencrypt", "passthrough");

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
        if (!resource.kind().equals("Route")) {
            return;
        }
        Node tls = resource.at("spec", "tls");
        String termination = tls.at("termination").textOr("");
        if (!TERMINATIONS.contains(termination)) {
            findings.add(
                    resource,
                    "carries no TLS",
                    termination.isEmpty() ? "no termination" : "termination " + termination,
                    "one of " + String.join(", ", TERMINATIONS),
                    about().mend());
        }
        if (tls.at("insecureEdgeTerminationPolicy").textOr("").equals("Allow")) {
            findings.add(
                    resource,
                    "lets requests through in the open",
                    "insecureEdgeTerminationPolicy Allow",
                    "Redirect or None",
                    about().mend());
        }
    }
}
