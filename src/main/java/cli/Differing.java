package cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Value;
import engine.HeldResource;
import engine.Marks;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import registration.Registration;
import registration.Removal;

/**
 * Which resources a state does not hold exactly as a program registers them, in everything that a program says of one: of all
 * others an engine has nothing to compare. At any doubt a resource is one of them, and the engine compares (ADR 37).
 */
final class Differing {
    /** What the engine itself adds to a provider's inputs. */
    private static final String INTERNAL = "__internal";

    private static final String VERSION = "version";

    private static final String VALUE = "value";
    private static final String METADATA = "metadata";
    private static final String NAMESPACE = "namespace";

    /** Added by the provider's check (4.25) where it does not know whether a kind has namespaces: a patch of a custom one. */
    private static final String DEFAULT = "default";

    private Differing() {}

    /**
     * By URN.
     *
     * @param registered by URN, as an engine would name them
     */
    static Set<String> of(List<HeldResource> held, Map<String, Registration> registered) {
        var differing = new TreeSet<>(registered.keySet());
        var seen = new HashSet<String>();
        for (HeldResource resource : held) {
            String urn = resource.urn();
            Registration wanted = registered.get(urn);
            // Two of one name are a replacement that is not over.
            if (seen.add(urn) && wanted != null && isSame(resource, wanted)) {
                differing.remove(urn);
            } else {
                differing.add(urn);
            }
        }
        return differing;
    }

    private static boolean isSame(HeldResource held, Registration wanted) {
        return held.type().equals(wanted.type())
                && held.custom() == wanted.custom()
                && held.parent().equals(wanted.parent())
                && held.provider().equals(wanted.provider())
                && held.isProtected() == (wanted.removal() == Removal.PROTECTED)
                && held.isLeft() == (wanted.removal() == Removal.LEFT)
                && held.dependencies().equals(new HashSet<>(wanted.dependencies()))
                && wanted.left().isEmpty()
                && isSame(inputs(held, wanted), InputsJson.of(wanted.inputs()), false);
    }

    /**
     * Of values: what is wanted as a secret has to be held as one. More than that may be: the provider of Kubernetes takes a
     * Secret's data for secret as a whole.
     */
    private static boolean isSame(JsonNode held, JsonNode wanted, boolean secret) {
        if (held.has(Marks.SECRET)) {
            return isSame(held.path(VALUE), wanted, true);
        }
        if (wanted.has(Marks.SECRET)) {
            return secret && isSame(held, wanted.path(VALUE), true);
        }
        if (held.size() != wanted.size() || !held.isContainerNode()) {
            return held.equals(wanted);
        }
        if (held.isArray()) {
            for (int i = 0; i < held.size(); i++) {
                if (!wanted.isArray() || !isSame(held.get(i), wanted.get(i), secret)) {
                    return false;
                }
            }
            return wanted.isArray();
        }
        for (var field : held.properties()) {
            JsonNode other = wanted.get(field.getKey());
            if (other == null || !isSame(field.getValue(), other, secret)) {
                return false;
            }
        }
        return wanted.isObject();
    }

    /** Of what the state holds, what the program gave. */
    private static JsonNode inputs(HeldResource held, Registration wanted) {
        if (!(held.inputs() instanceof ObjectNode inputs)) {
            return held.inputs();
        }
        ObjectNode own = inputs.deepCopy();
        if (held.type().startsWith("pulumi:providers:")) {
            own.remove(INTERNAL);
            if (wanted.version().equals(own.path(VERSION).asText())) {
                own.remove(VERSION);
            }
        } else if (own.path(METADATA) instanceof ObjectNode metadata
                && !hasNamespace(wanted)
                && DEFAULT.equals(metadata.path(NAMESPACE).asText())) {
            metadata.remove(NAMESPACE);
        }
        return own;
    }

    private static boolean hasNamespace(Registration wanted) {
        return wanted.inputs()
                .getFieldsOrDefault(METADATA, Value.getDefaultInstance())
                .getStructValue()
                .containsFields(NAMESPACE);
    }
}
