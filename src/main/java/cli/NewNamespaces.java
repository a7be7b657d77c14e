package cli;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import engine.HeldResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import registration.Registration;
import target.ListedKind;
import target.ListedObject;
import target.Listing;
import target.Target;
import target.UnlistedException;

/**
 * Namespaces that a program would make: of an object in one that is not there yet the API server can say nothing, and the
 * provider takes what is declared for what would be.
 */
final class NewNamespaces {
    private static final String TYPE = "kubernetes:core/v1:Namespace";
    private static final String KUBERNETES = "kubernetes:";
    private static final ListedKind KIND = new ListedKind("v1", "Namespace");

    private NewNamespaces() {}

    /**
     * Their names, without those that somebody else made before.
     *
     * @param there names of all that are on the cluster, asked for only if it matters
     */
    static Set<String> of(List<HeldResource> held, Map<String, Registration> registered, Supplier<Set<String>> there) {
        Set<String> before = held.stream().map(HeldResource::urn).collect(Collectors.toSet());
        var made = new TreeSet<String>();
        registered.forEach((urn, resource) -> {
            if (resource.type().equals(TYPE) && !before.contains(urn)) {
                made.add(text(metadata(resource), "name"));
            }
        });
        if (!made.isEmpty()) {
            made.removeAll(there.get());
        }
        return made;
    }

    /** @throws UnlistedException where they may not be listed */
    static Set<String> on(Target target) {
        try (var listing = Listing.on(target)) {
            return listing.everything(List.of(KIND)).stream()
                    .map(ListedObject::name)
                    .collect(Collectors.toSet());
        }
    }

    /** Whether a resource is an object in one of these. */
    static boolean hold(Set<String> namespaces, Registration resource) {
        return resource.type().startsWith(KUBERNETES) && namespaces.contains(text(metadata(resource), "namespace"));
    }

    private static Struct metadata(Registration resource) {
        return resource.inputs()
                .getFieldsOrDefault("metadata", Value.getDefaultInstance())
                .getStructValue();
    }

    private static String text(Struct struct, String field) {
        return struct.getFieldsOrDefault(field, Value.getDefaultInstance()).getStringValue();
    }
}
