package policy;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A resource as a rule sees it: its inputs before a run; what became of it, for a rule on the whole stack in a run.
 *
 * @param type the engine's type token, such as {@code kubernetes:core/v1:Namespace}
 * @param name the engine's resource name
 * @param properties secrets are unwrapped; what a rule says of them is masked
 * @param provider the properties of its provider
 */
public record Resource(
        String type, String urn, String name, Node properties, boolean isProtected, Optional<Node> provider) {
    public Resource {
        requireNonNull(type, "type is null");
        requireNonNull(urn, "urn is null");
        requireNonNull(name, "name is null");
        requireNonNull(properties, "properties is null");
        requireNonNull(provider, "provider is null");
    }

    /** The last part of the type: {@code Namespace}. */
    public String kind() {
        return type.substring(type.lastIndexOf(':') + 1);
    }

    /** How findings and leases name it: {@code Deployment jupyterhub/hub}. */
    public String title() {
        return kind() + " " + name;
    }

    public Node at(String... keys) {
        return properties.at(keys);
    }
}
