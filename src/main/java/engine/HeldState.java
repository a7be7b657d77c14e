package engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import target.HeldObject;
import target.ListedKind;
import target.ListedObject;

/**
 * What a state holds of things outside of it, secrets opened.
 *
 * @param settled whether no run left something half done: an operation begun, a deletion still to come, an object that was not
 *     ready
 * @param objects of the cluster
 * @param others of other providers
 */
public record HeldState(boolean settled, List<HeldObject> objects, List<Other> others) {
    private static final String KUBERNETES = "kubernetes:";
    private static final String PROVIDERS = "pulumi:providers:";
    private static final String PATCH = "Patch";
    private static final List<String> UNSETTLED =
            List.of("delete", "external", "initErrors", "pendingReplacement", "taint");

    public HeldState {
        objects = List.copyOf(objects);
        others = List.copyOf(others);
    }

    /**
     * A resource of a provider that is not Kubernetes'.
     *
     * @param provider the inputs of its provider; empty where the state holds none
     */
    public record Other(String type, String id, JsonNode inputs, JsonNode outputs, Optional<JsonNode> provider) {
        /** Never a value. */
        @Override
        public String toString() {
            return type + " " + id;
        }
    }

    static HeldState of(JsonNode export) {
        JsonNode deployment = export.path("deployment");
        var objects = new ArrayList<HeldObject>();
        var others = new ArrayList<Other>();
        var providers = new HashMap<String, JsonNode>();
        boolean settled = deployment.path("pending_operations").isEmpty();
        for (JsonNode resource : deployment.path("resources")) {
            settled &= UNSETTLED.stream().allMatch(mark -> isUnset(resource.path(mark)));
            String type = resource.path("type").asText();
            if (type.startsWith(PROVIDERS)) {
                String reference = resource.path("urn").asText() + "::"
                        + resource.path("id").asText();
                providers.put(reference, OpenState.opened(resource.path("inputs")));
            } else if (type.startsWith(KUBERNETES)) {
                objects.add(object(type, resource));
            } else if (resource.path("custom").asBoolean(false)) {
                others.add(new Other(
                        type,
                        resource.path("id").asText(),
                        OpenState.opened(resource.path("inputs")),
                        OpenState.opened(resource.path("outputs")),
                        Optional.ofNullable(
                                providers.get(resource.path("provider").asText()))));
            }
        }
        return new HeldState(settled, objects, others);
    }

    private static boolean isUnset(JsonNode mark) {
        return mark.isMissingNode()
                || mark.isNull()
                || (mark.isContainerNode() && mark.isEmpty())
                || !mark.asBoolean(true);
    }

    private static HeldObject object(String type, JsonNode resource) {
        JsonNode outputs = resource.path("outputs");
        String token = type.substring(type.lastIndexOf(':') + 1);
        String kind = outputs.path("kind").asText();
        var listed = new ListedKind(outputs.path("apiVersion").asText(), kind);
        return new HeldObject(
                listed,
                token.equals(kind + PATCH),
                OpenState.opened(resource.path("inputs")),
                new ListedObject(listed, OpenState.opened(outputs.path("metadata"))));
    }

    /** Never a value. */
    @Override
    public String toString() {
        return "HeldState of " + objects.size() + " objects";
    }
}
