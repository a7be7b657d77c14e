package kube;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One resource of another provider than Kubernetes', as a stack declares it. Its fields are plain values; a
 * {@link facility.SecretValue} among them stands for its value, which the second step puts in.
 *
 * @param type the engine's type token, such as {@code checkmk:index:Host}: a public contract, as is the name
 * @param after resources of the same stack, as {@code <type> <name>}, that have to be there before
 */
public record ProvidedResource(String type, String name, Map<String, Object> fields, List<String> after) {
    public static final Comparator<ProvidedResource> ORDER =
            Comparator.comparing(ProvidedResource::type).thenComparing(ProvidedResource::name);

    public ProvidedResource {
        requireNonNull(type, "type is null");
        requireNonNull(name, "name is null");
        fields = new TreeMap<>(fields);
        after = List.copyOf(after);
    }

    /** How others name it in {@link #after}. */
    public String key() {
        return type + " " + name;
    }

    /** The provider, the first part of the type. */
    public String provider() {
        return type.substring(0, type.indexOf(':'));
    }
}
