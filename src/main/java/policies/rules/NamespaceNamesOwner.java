package policies.rules;

import java.util.List;
import java.util.Optional;
import policy.About;
import policy.Admission;
import policy.Admission.Check;
import policy.Admission.Kinds;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.ResourceRule;
import policy.RuleSettings;
import policy.Severity;

public final class NamespaceNamesOwner implements ResourceRule {
    private static final String LIMIT = "a value for it";

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
                        {"labels": {"type": "array", "$comment": "looked for", "items": {"type": "string"},
                           "default": ["facility/owner", "facility/experiment"]}}""");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        if (!resource.kind().equals("Namespace")) {
            return;
        }
        for (String label : given.settings().texts("labels")) {
            if (resource.at("metadata", "labels", label).textOr("").isBlank()) {
                findings.add(resource, "lacks a label", label, LIMIT, about().mend());
            }
        }
    }

    @Override
    public Optional<Admission> admission(RuleSettings settings) {
        return Optional.of(new Admission(
                List.of(new Kinds("", "v1", List.of("namespaces"))),
                List.of(),
                List.of(new Check(
                        Admission.texts(settings.texts("labels")),
                        "object.metadata.?labels[?it].orValue('').trim() == ''",
                        "'lacks a label'",
                        "it",
                        LIMIT))));
    }
}
