package kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * One Kubernetes object that a stack declares: what the pure step yields, and the single thing that golden files,
 * capacity, policy and previews look at.
 *
 * @param object the object, typed; without status
 * @param patch whether only the named fields of an object that exists already are set (a node's labels)
 * @param waived whether somebody answers for its loss: see {@code stacks.Waived}
 */
public record Declared(HasMetadata object, boolean patch, boolean waived) {
    /**
     * Who the API server writes down as the owner of each field. Without it the provider makes up a manager for every
     * object, and nothing else ({@code kubectl diff} included) could speak for the facility.
     */
    public static final String FIELD_MANAGER = "facility";

    private static final String FIELD_MANAGER_ANNOTATION = "pulumi.com/patchFieldManager";

    /** Kinds whose loss loses data or everything below them: never replaced or deleted without a waiver. */
    private static final Set<String> DATA_BEARING = Set.of(
            "CustomResourceDefinition",
            "Namespace",
            "ObjectBucketClaim",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "StorageClass");

    public static final Comparator<Declared> ORDER =
            Comparator.comparing(Declared::type).thenComparing(Declared::name);

    public Declared {
        Objects.requireNonNull(object, "object is null");
        var annotations = new TreeMap<>(object.getMetadata().getAnnotations());
        annotations.put(FIELD_MANAGER_ANNOTATION, FIELD_MANAGER);
        object.getMetadata().setAnnotations(annotations);
    }

    public static Declared of(HasMetadata object) {
        return new Declared(object, false, false);
    }

    public static Declared patch(HasMetadata object) {
        return new Declared(object, true, false);
    }

    /** The same object, which the engine may replace and delete. */
    public Declared unprotected() {
        return new Declared(object, patch, true);
    }

    public String kind() {
        return object.getKind();
    }

    public String namespace() {
        String namespace = object.getMetadata().getNamespace();
        return namespace == null ? "" : namespace;
    }

    /** The engine's type token, {@code kubernetes:<group>/<version>:<Kind>}. */
    public String type() {
        String apiVersion = object.getApiVersion();
        String group = apiVersion.contains("/") ? apiVersion : "core/" + apiVersion;
        return "kubernetes:" + group + ":" + kind() + (patch ? "Patch" : "");
    }

    /** The engine's resource name, {@code <namespace>/<name>} or {@code <name>}: a public contract. */
    public String name() {
        String name = object.getMetadata().getName();
        return namespace().isEmpty() ? name : namespace() + "/" + name;
    }

    /**
     * Whether the cluster makes the object again as soon as it is deleted, so that a deletion has no end: the provider
     * waits until the object is gone, and sees the new one.
     */
    public boolean isMadeAnew() {
        return kind().equals("ServiceAccount") && object.getMetadata().getName().equals("default");
    }

    public boolean isProtected() {
        return !patch && !waived && isDataBearing(kind());
    }

    /** Whether the loss of such an object loses data, or everything below it. */
    public static boolean isDataBearing(String kind) {
        return DATA_BEARING.contains(kind);
    }
}
