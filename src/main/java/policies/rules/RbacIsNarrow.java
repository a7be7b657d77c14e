package policies.rules;

import java.util.ArrayList;
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
import policy.Severity;

public final class RbacIsNarrow implements ResourceRule {
    private static final List<String> PARTS = List.of("apiGroups", "resources", "verbs", "nonResourceURLs");
    private static final String NAMES = "names only";
    private static final String CONSTRAINTS = "securitycontextconstraints";
    private static final String OF_CONSTRAINTS = "system:openshift:scc:";
    private static final String LET_OUT = "may use SecurityContextConstraints that let a pod out of its fence";
    private static final String NAMED = "named accounts and groups";

    /** Groups that everybody is in, signed in or not. */
    private static final List<String> EVERYBODY = List.of(
            "system:authenticated",
            "system:authenticated:oauth",
            "system:unauthenticated",
            "system:anonymous",
            "system:serviceaccounts");

    /** Verbs past what the account itself has: Kubernetes' RBAC good practices, "privilege escalation risks". */
    private static final List<String> WIDENING = List.of("bind", "escalate", "impersonate");

    private static final String NOT_WIDENING = "none of " + String.join(", ", WIDENING);

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
                        {"administrators": {"type": "array", "$comment": "looked for", "items": {"type": "string"},
                           "default": ["cluster-admin", "admin", "sudoer", "system:openshift:scc:privileged",
                             "system:openshift:scc:anyuid", "system:openshift:scc:hostaccess",
                             "system:openshift:scc:hostmount-anyuid", "system:openshift:scc:hostnetwork",
                             "system:openshift:scc:hostnetwork-v2"],
                           "description": "ClusterRoles that are given to nobody"}}""");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        switch (ObjectKind.of(resource)) {
            case "Role", "ClusterRole" -> {
                var privileged = privileged(given.settings().texts("administrators"));
                resource.at("rules").items().forEach(rule -> {
                    rule(resource, rule, findings);
                    constraints(resource, rule, privileged, findings);
                });
                aggregated(resource, findings);
            }
            case "RoleBinding", "ClusterRoleBinding" -> binding(
                    resource, given.settings().texts("administrators"), findings);
            default -> {
                // Grants nothing.
            }
        }
    }

    /** Roles of namespaces: those of the cluster are not the facility's alone. */
    @Override
    public Optional<Admission> admission(RuleSettings settings) {
        List<String> administrators = settings.texts("administrators");
        var checks = new ArrayList<Check>();
        for (String part : PARTS) {
            String texts = "it.?" + part + ".orValue([])";
            checks.add(new Check(
                    "(object.kind == 'Role' ? object.?rules.orValue([]) : [])",
                    texts + ".exists(text, text == '*' || text.startsWith('*/'))",
                    "'has a wildcard'",
                    Admission.text("rules[]." + part + " [") + " + " + texts + ".join(', ') + ']'",
                    NAMES));
        }
        checks.add(new Check(
                "(object.kind == 'Role' ? object.?rules.orValue([]).map(rule, rule.?verbs.orValue([]).filter(verb, verb in "
                        + Admission.texts(WIDENING) + ")).filter(verbs, size(verbs) > 0) : [])",
                "true",
                "'may widen its own rights'",
                "it.join(', ')",
                NOT_WIDENING));
        List<String> privileged = privileged(administrators);
        checks.add(new Check(
                "(object.kind == 'Role' ? object.?rules.orValue([]).filter(rule, '" + CONSTRAINTS
                        + "' in rule.?resources.orValue([]) && 'use' in rule.?verbs.orValue([])) : [])",
                "it.?resourceNames.orValue([]).size() == 0 || it.resourceNames.exists(name, name in "
                        + Admission.texts(privileged) + ")",
                "'" + LET_OUT + "'",
                "it.?resourceNames.orValue([]).join(', ')",
                "by name, and " + noneOf(privileged)));
        String role = "object.?roleRef.?name.orValue('')";
        checks.add(new Check(
                "(object.kind == 'RoleBinding' ? [" + role + "] : [])",
                "it in " + Admission.texts(administrators),
                "'gives an administrator\\'s role'",
                "it",
                noneOf(administrators)));
        checks.add(new Check(
                "(object.kind == 'RoleBinding' ? object.?subjects.orValue([]) : [])",
                "it.?name.orValue('') in " + Admission.texts(EVERYBODY),
                "'gives ' + " + role + " + ' to everybody'",
                "it.name",
                NAMED));
        return Optional.of(new Admission(
                List.of(new Kinds("rbac.authorization.k8s.io", "v1", List.of("rolebindings", "roles"))),
                List.of(),
                checks));
    }

    private static String noneOf(List<String> administrators) {
        return "none of " + String.join(", ", administrators);
    }

    private void rule(Resource resource, Node rule, Findings findings) {
        for (String part : PARTS) {
            if (rule.at(part).texts().stream().anyMatch(text -> text.equals("*") || text.startsWith("*/"))) {
                findings.add(
                        resource,
                        "has a wildcard",
                        rule.at(part).path() + " " + rule.at(part).texts(),
                        NAMES,
                        about().mend());
            }
        }
        var widening =
                rule.at("verbs").texts().stream().filter(WIDENING::contains).toList();
        if (!widening.isEmpty()) {
            findings.add(
                    resource, "may widen its own rights", String.join(", ", widening), NOT_WIDENING, about().mend());
        }
    }

    /** What the ClusterRole of each constraint gives, written out in a role of one's own. */
    private void constraints(Resource resource, Node rule, List<String> privileged, Findings findings) {
        if (!rule.at("resources").texts().contains(CONSTRAINTS)
                || !rule.at("verbs").texts().contains("use")) {
            return;
        }
        var named = rule.at("resourceNames").texts();
        if (named.isEmpty() || named.stream().anyMatch(privileged::contains)) {
            findings.add(
                    resource,
                    LET_OUT,
                    named.isEmpty()
                            ? "all, since " + rule.at("resourceNames").path() + " names none"
                            : named.toString(),
                    "by name, and " + noneOf(privileged),
                    about().mend());
        }
    }

    /** The administrators' roles that stand for constraints, by the constraints' names. */
    private static List<String> privileged(List<String> administrators) {
        return administrators.stream()
                .filter(role -> role.startsWith(OF_CONSTRAINTS))
                .map(role -> role.substring(OF_CONSTRAINTS.length()))
                .toList();
    }

    /** One that gathers others' rules has those that nobody has read; one that others gather gives to all who have them. */
    private void aggregated(Resource resource, Findings findings) {
        if (resource.at("aggregationRule").present()) {
            findings.add(resource, "takes its rules from other roles", "aggregationRule", NAMES, about().mend());
        }
        resource.at("metadata", "labels").fields().keySet().stream()
                .filter(label -> label.startsWith("rbac.authorization.k8s.io/aggregate-to-"))
                .forEach(label -> findings.add(
                        resource,
                        "adds to a role that others have",
                        label,
                        "a role that is bound to whoever needs it",
                        about().mend()));
    }

    private void binding(Resource resource, List<String> administrators, Findings findings) {
        String role = resource.at("roleRef", "name").textOr("");
        if (administrators.contains(role)) {
            findings.add(resource, "gives an administrator's role", role, noneOf(administrators), about().mend());
        }
        resource.at("subjects").items().stream()
                .map(subject -> subject.at("name").textOr(""))
                .filter(EVERYBODY::contains)
                .forEach(
                        name -> findings.add(resource, "gives " + role + " to everybody", name, NAMED, about().mend()));
    }
}
