package registration;

import com.google.protobuf.Struct;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One resource as the engine gets it.
 *
 * @param type type token, such as {@code kubernetes:core/v1:Namespace}; part of the URN and so a public contract
 * @param name name within its type and parent's type chain; part of the URN and so a public contract
 * @param parent URN of the parent
 * @param custom whether a provider makes it; a component is false
 * @param provider reference {@code <urn>::<id>} of the explicit provider, or empty for components
 * @param version plug-in version, or empty
 * @param inputs the inputs, whole: nothing unknown, secrets marked
 * @param dependencies URNs that must be there before
 * @param removal what the engine does with it in the end
 * @param left properties that the engine leaves as they are, in its own spelling of their paths
 */
public record Registration(
        String type,
        String name,
        String parent,
        boolean custom,
        String provider,
        String version,
        Struct inputs,
        List<String> dependencies,
        Removal removal,
        List<String> left) {
    public Registration {
        Objects.requireNonNull(type, "type is null");
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(parent, "parent is null");
        Objects.requireNonNull(provider, "provider is null");
        Objects.requireNonNull(version, "version is null");
        Objects.requireNonNull(inputs, "inputs is null");
        Objects.requireNonNull(removal, "removal is null");
        dependencies = List.copyOf(dependencies);
        left = List.copyOf(left);
    }

    /** Of which nothing is left. */
    public Registration(
            String type,
            String name,
            String parent,
            boolean custom,
            String provider,
            String version,
            Struct inputs,
            List<String> dependencies,
            Removal removal) {
        this(type, name, parent, custom, provider, version, inputs, dependencies, removal, List.of());
    }

    public static Registration component(String type, String name, String parent) {
        return new Registration(
                type, name, parent, false, "", "", Struct.getDefaultInstance(), List.of(), Removal.DELETED);
    }

    /** The URNs of what has to be there before it: its parent, its provider, and what it depends on. */
    public Stream<String> named() {
        return named(parent, provider, dependencies);
    }

    /** The same of what is given. */
    public static Stream<String> named(String parent, String provider, Collection<String> dependencies) {
        String ofProvider = provider.isEmpty() ? "" : provider.substring(0, provider.lastIndexOf("::"));
        return Stream.concat(Stream.of(parent, ofProvider).filter(urn -> !urn.isEmpty()), dependencies.stream());
    }
}
