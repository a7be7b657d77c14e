package stacks.cluster;

import facility.Namespace;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirementBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.NamedRuleWithOperations;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.NamedRuleWithOperationsBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBindingBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyFluent;
import java.util.ArrayList;
import java.util.List;
import kube.Declared;
import kube.Labels;
import policies.AtAdmission;
import policy.Admission;
import policy.Admission.Kinds;
import policy.Lease;
import stacks.Stack;

/** The rules that one object decides, asked by the API server in the facility's namespaces of whoever comes. */
public final class AdmissionStack implements Stack {
    /** What these make from an object was judged with that object: a Deployment's pods, a CronJob's jobs. */
    private static final List<String> CONTROLLERS =
            List.of("system:serviceaccounts:kube-system", "system:serviceaccounts:openshift-infra");

    private final List<AtAdmission> rules;
    private final List<String> services;

    /** @param namespaces the facility's; pods that its own services start are judged with their configuration */
    public AdmissionStack(List<AtAdmission> rules, List<Namespace> namespaces) {
        this.rules = List.copyOf(rules);
        this.services = namespaces.stream()
                .filter(namespace -> namespace.experiment().equals("facility"))
                .map(namespace -> "system:serviceaccounts:" + namespace.name())
                .sorted()
                .toList();
    }

    @Override
    public String name() {
        return "admission";
    }

    @Override
    public List<Declared> objects() {
        var objects = new ArrayList<Declared>();
        for (AtAdmission rule : rules) {
            objects.add(Declared.of(policy(rule)));
            objects.add(Declared.of(binding(rule)));
        }
        objects.sort(Declared.ORDER);
        return objects;
    }

    /** A name of its own beside the cluster's policies. */
    private static String name(AtAdmission rule) {
        return rule.about().id() + ".facility";
    }

    private ValidatingAdmissionPolicy policy(AtAdmission rule) {
        var spec = new ValidatingAdmissionPolicyBuilder()
                .withNewMetadata()
                .withName(name(rule))
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withFailurePolicy("Fail")
                .withNewMatchConstraints()
                .withResourceRules(rule.admission().kinds().stream()
                        .map(AdmissionStack::asked)
                        .toList())
                .endMatchConstraints();
        conditions(rule, spec);
        spec.addNewVariable(Admission.TITLE, "title");
        rule.admission().variables().forEach(each -> spec.addNewVariable(each.expression(), each.name()));
        return spec.addNewVariable(rule.admission().findings(rule.about().mend()), "findings")
                .addNewValidation()
                .withExpression("size(variables.findings) == 0")
                // The API server says the first validation that fails, and no line breaks: all findings are one text.
                .withMessageExpression("variables.findings.join(' | ')")
                .withMessage(rule.about().what() + "; " + rule.about().mend())
                .withReason("Forbidden")
                .endValidation()
                .endSpec()
                .build();
    }

    private void conditions(
            AtAdmission rule, ValidatingAdmissionPolicyFluent<ValidatingAdmissionPolicyBuilder>.SpecNested<?> spec) {
        // One that is on its way out must not be held up.
        spec.addNewMatchCondition("!has(object.metadata.deletionTimestamp)", "is-not-being-deleted");
        spec.addNewMatchCondition("!" + comesFrom(CONTROLLERS), "is-not-made-by-a-controller");
        spec.addNewMatchCondition(
                "object.kind != 'Pod' || !" + comesFrom(services), "is-no-pod-of-the-facilitys-services");
        var leased = rule.leases().stream().map(Lease::resource).sorted().toList();
        if (!leased.isEmpty()) {
            spec.addNewMatchCondition(
                    "!((" + Admission.TITLE + ") in " + Admission.texts(leased) + ")", "is-not-leased");
        }
    }

    private static String comesFrom(List<String> groups) {
        return Admission.texts(groups) + ".exists(group, group in request.userInfo.groups)";
    }

    private static NamedRuleWithOperations asked(Kinds kinds) {
        return new NamedRuleWithOperationsBuilder()
                .withApiGroups(kinds.group())
                .withApiVersions(kinds.version())
                .withResources(kinds.resources())
                .withOperations("CREATE", "UPDATE")
                .build();
    }

    private static ValidatingAdmissionPolicyBinding binding(AtAdmission rule) {
        return new ValidatingAdmissionPolicyBindingBuilder()
                .withNewMetadata()
                .withName(name(rule))
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withPolicyName(name(rule))
                .withNewMatchResources()
                .withNewNamespaceSelector()
                .withMatchExpressions(new LabelSelectorRequirementBuilder()
                        .withKey("kubernetes.io/metadata.name")
                        .withOperator("In")
                        .withValues(rule.namespaces())
                        .build())
                .endNamespaceSelector()
                .endMatchResources()
                .withValidationActions(rule.level().stops() ? List.of("Deny") : List.of("Warn", "Audit"))
                .endSpec()
                .build();
    }
}
