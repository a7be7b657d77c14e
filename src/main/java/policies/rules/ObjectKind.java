package policies.rules;

import policy.Resource;

/** What an object is, whether all of it is declared or, by the provider's {@code <Kind>Patch}, some fields of it. */
final class ObjectKind {
    private static final String PATCH = "Patch";

    private ObjectKind() {}

    static String of(Resource resource) {
        String kind = resource.kind();
        return isPatch(resource) ? kind.substring(0, kind.length() - PATCH.length()) : kind;
    }

    static boolean isPatch(Resource resource) {
        return resource.type().startsWith("kubernetes:") && resource.kind().endsWith(PATCH);
    }
}
