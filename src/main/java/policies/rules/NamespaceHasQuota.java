package policies.rules;

import java.util.List;
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
    }

    private static boolean isWhole(Resource resource) {
        return resource.kind().equals("ResourceQuota")
                && resource.at("spec", "hard")
                        .fields()
                        .keySet()
                        .containsAll(List.of("requests.cpu", "requests.memory", "pods"));
    }
}
