package policies.rules;

import java.util.List;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.StackRule;

public final class NamespaceHasNetworkPolicy implements StackRule {
    @Override
    public About about() {
        return About.mandatory(
                "namespace-has-network-policy",
                "every namespace has a NetworkPolicy that lets nothing in or out by default",
                "any pod of the cluster reaches the others, and notebooks reach everything",
                "declare the namespace in facility:namespaces, which brings the fence deny-all");
    }

    @Override
    public void check(List<Resource> resources, Given given, Findings findings) {
        Namespaces.each(
                resources,
                NamespaceHasNetworkPolicy::deniesAll,
                "has no NetworkPolicy that denies by default",
                "one for all its pods, of types Ingress and Egress, without a rule",
                about().mend(),
                findings);
        resources.forEach(resource -> OpenDoors.of(resource)
                .forEach(door -> findings.add(
                        resource,
                        "undoes the fence: lets everything " + door,
                        "a rule without a port and with every peer",
                        "peers by name, or ports",
                        "say who may, or on which port")));
    }

    private static boolean deniesAll(Resource resource) {
        Node spec = resource.at("spec");
        return resource.kind().equals("NetworkPolicy")
                && spec.at("podSelector", "matchLabels").fields().isEmpty()
                && spec.at("podSelector", "matchExpressions").items().isEmpty()
                && spec.at("policyTypes").texts().containsAll(List.of("Ingress", "Egress"))
                && spec.at("ingress").items().isEmpty()
                && spec.at("egress").items().isEmpty();
    }
}
