package policies.rules;

import java.util.List;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.ResourceRule;
import policy.Severity;

public final class RbacIsNarrow implements ResourceRule {
    /** Groups that everybody is in, signed in or not. */
    private static final List<String> EVERYBODY =
            List.of("system:authenticated", "system:unauthenticated", "system:anonymous", "system:serviceaccounts");

    @Override
    public About about() {
        return About.mandatory(
                        "rbac-is-narrow",
                        "no role has a wildcard, and nobody is given an administrator's role",
                        "whoever takes over that account takes over the cluster",
                        "name the API groups, resources and verbs that are needed")
                .withSeverity(Severity.CRITICAL)
                .withSettings(
                        """
                        {"administrators": {"type": "array", "items": {"type": "string"},
                           "default": ["cluster-admin", "admin", "system:openshift:scc:privileged"],
                           "description": "ClusterRoles that are given to nobody"}}""");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        switch (resource.kind()) {
            case "Role", "ClusterRole" -> resource.at("rules").items().forEach(rule -> rule(resource, rule, findings));
            case "RoleBinding", "ClusterRoleBinding" -> binding(
                    resource, given.settings().texts("administrators"), findings);
            default -> {
                // Grants nothing.
            }
        }
    }

    private void rule(Resource resource, Node rule, Findings findings) {
        for (String part : List.of("apiGroups", "resources", "verbs", "nonResourceURLs")) {
            if (rule.at(part).texts().stream().anyMatch(text -> text.equals("*") || text.startsWith("*/"))) {
                findings.add(
                        resource,
                        "has a wildcard",
                        rule.at(part).path() + " " + rule.at(part).texts(),
                        "names only",
                        about().mend());
            }
        }
    }

    private void binding(Resource resource, List<String> administrators, Findings findings) {
        String role = resource.at("roleRef", "name").textOr("");
        if (administrators.contains(role)) {
            findings.add(
                    resource,
                    "gives an administrator's role",
                    role,
                    "none of " + String.join(", ", administrators),
                    about().mend());
        }
        resource.at("subjects").items().stream()
                .map(subject -> subject.at("name").textOr(""))
                .filter(EVERYBODY::contains)
                .forEach(name -> findings.add(
                        resource,
                        "gives " + role + " to everybody",
                        name,
                        "named accounts and groups",
                        about().mend()));
    }
}
