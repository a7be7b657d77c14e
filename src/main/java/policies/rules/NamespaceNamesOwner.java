package policies.rules;

import policy.About;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.ResourceRule;
import policy.Severity;

public final class NamespaceNamesOwner implements ResourceRule {
    @Override
    public About about() {
        return About.mandatory(
                        "namespace-names-owner",
                        "every namespace is labelled with its owner and its experiment",
                        "nobody knows whom to ask, and use is counted for nobody",
                        "declare owner and experiment in facility:namespaces")
                .withSeverity(Severity.LOW)
                .withSettings(
                        """
                        {"labels": {"type": "array", "items": {"type": "string"},
                           "default": ["facility/owner", "facility/experiment"]}}""");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        if (!resource.kind().equals("Namespace")) {
            return;
        }
        for (String label : given.settings().texts("labels")) {
            if (resource.at("metadata", "labels", label).textOr("").isBlank()) {
                findings.add(resource, "lacks a label", label, "a value for it", about().mend());
            }
        }
    }
}
