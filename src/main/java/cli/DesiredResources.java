package cli;

import facility.SecretValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kube.Declared;
import kube.ObjectFields;
import kube.ProvidedResource;
import policy.Node;
import policy.Resource;
import stacks.CheckedFacility;
import stacks.Stack;

/** What the pure step declares, as rules see resources; secrets are their names. */
final class DesiredResources {
    private DesiredResources() {}

    /** @param target what the provider's cluster identifier begins with */
    static List<Resource> of(CheckedFacility checked, String target) {
        var provider = Optional.of(Node.of(Map.of("clusterIdentifier", target)));
        return checked.stacks().stream()
                .flatMap(stack -> Stream.concat(objects(stack, provider), others(stack)))
                .toList();
    }

    private static Stream<Resource> objects(Stack stack, Optional<Node> provider) {
        return stack.objects().stream()
                .map(object ->
                        new Resource(object.type(), "", object.name(), fields(object), object.isProtected(), provider));
    }

    private static Node fields(Declared object) {
        return Node.of(ObjectFields.of(object.object()));
    }

    private static Stream<Resource> others(Stack stack) {
        return stack.resources().stream()
                .map(resource ->
                        new Resource(resource.type(), "", resource.name(), fields(resource), false, Optional.empty()));
    }

    private static Node fields(ProvidedResource resource) {
        var fields = new TreeMap<>(resource.fields());
        fields.replaceAll((name, value) -> value instanceof SecretValue secret ? secret.placeholder() : value);
        return Node.of(fields);
    }
}
