package health;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kube.Declared;
import kube.ObjectFields;

/**
 * What has to be looked at of one stack: every object that it declares, and nothing that somebody would have to
 * remember.
 *
 * @param elsewhere how many resources it has that the cluster does not know
 */
public record StackMembers(String stack, List<Member> members, int elsewhere) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fields whose value somebody may change by hand so that all of the object's status is fine, and nothing works. */
    private static final Map<String, List<String>> EXPECTED = Map.of(
            "Deployment", List.of("/spec/replicas"),
            "StatefulSet", List.of("/spec/replicas"),
            "CronJob", List.of("/spec/suspend"),
            "Node", List.of("/metadata/labels/nvidia.com~1mig.config"));

    public StackMembers {
        requireNonNull(stack, "stack is null");
        members = List.copyOf(members);
    }

    /** Of what one stack declares. */
    public static StackMembers of(String stack, List<Declared> objects, int elsewhere) {
        var members = new ArrayList<Member>();
        objects.forEach(declared -> members.add(new Member(
                stack,
                declared.object().getApiVersion(),
                declared.kind(),
                declared.namespace(),
                declared.object().getMetadata().getName(),
                expects(declared))));
        return new StackMembers(stack, members, elsewhere);
    }

    private static Map<String, String> expects(Declared declared) {
        var expects = new TreeMap<String, String>();
        var pointers = EXPECTED.getOrDefault(declared.kind(), List.of());
        if (!pointers.isEmpty()) {
            JsonNode fields = JSON.valueToTree(ObjectFields.of(declared.object()));
            for (String pointer : pointers) {
                JsonNode value = fields.at(JsonPointer.compile(pointer));
                if (value.isValueNode()) {
                    expects.put(pointer, value.asText());
                }
            }
        }
        return expects;
    }
}
