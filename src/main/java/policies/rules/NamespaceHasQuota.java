package policies.rules;

import java.util.List;
import java.util.stream.Collectors;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.StackRule;

public final class NamespaceHasQuota implements StackRule {
    @Override
    public About about() {
        return About.mandatory(
                "namespace-has-quota",
                "every namespace has a ResourceQuota on CPU, memory and pods",
                "one namespace can take the whole cluster",
                "declare its quota in facility:namespaces");
    }

    @Override
    public void check(List<Resource> resources, Given given, Findings findings) {
        Namespaces.each(
                resources,
                NamespaceHasQuota::isWhole,
                "has no ResourceQuota",
                "one that limits requests.cpu, requests.memory and pods",
                about().mend(),
                findings);
        var held = resources.stream()
                .filter(resource ->
                        Namespaces.makesOne(resource) || resource.kind().equals("ResourceQuota"))
                .map(resource -> Namespaces.makesOne(resource)
                        ? resource.at("metadata", "name").textOr("")
                        : NamespaceQuotas.namespaceOf(resource))
                .collect(Collectors.toSet());
        for (Resource resource : resources) {
            String namespace = resource.at("metadata", "namespace").textOr("default");
            if (!ObjectKind.isPatch(resource) && Pods.of(resource).isPresent() && !held.contains(namespace)) {
                findings.add(
                        resource,
                        "runs pods where no quota holds them",
                        "namespace " + namespace,
                        "a declared namespace",
                        about().mend());
            }
        }
    }

    private static boolean isWhole(Resource resource) {
        return resource.kind().equals("ResourceQuota")
                && NamespaceQuotas.holdsAll(resource.at("spec"))
                && resource.at("spec", "hard")
                        .fields()
                        .keySet()
                        .containsAll(List.of("requests.cpu", "requests.memory", "pods"));
    }
}
