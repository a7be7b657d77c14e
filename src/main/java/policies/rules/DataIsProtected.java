package policies.rules;

import policy.About;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.ResourceRule;
import policy.Severity;

public final class DataIsProtected implements ResourceRule {
    public static final String ID = "data-is-protected";

    @Override
    public About about() {
        return About.mandatory(
                        ID,
                        "what holds data is protected, so that the engine neither replaces nor deletes it",
                        "a rename deletes everybody's home",
                        "keep the object protected; to let one go, agree on a lease in policies/quotas.yaml")
                .withSeverity(Severity.CRITICAL)
                .withSettings(
                        """
                        {"kinds": {"type": "array", "$comment": "looked for", "items": {"type": "string"},
                           "default": ["CustomResourceDefinition", "Namespace", "ObjectBucketClaim", "PersistentVolume",
                             "PersistentVolumeClaim", "StorageClass"],
                           "description": "whose loss loses data or everything below them"}}""");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        if (holdsData(resource, given) && !resource.isProtected()) {
            findings.add(resource, "holds data and is not protected", "protect false", "protect true", about().mend());
        }
    }

    /** Protection that somebody took away by the engine's own means lets nothing go either. */
    @Override
    public void checkRemoval(Resource removed, Given given, Findings findings) {
        if (holdsData(removed, given)) {
            findings.add(
                    removed,
                    "holds data, and this would delete or replace it",
                    "",
                    "only under a lease of " + ID + " that names it and has not ended",
                    "declare it as it was; to let it go, agree on the lease in policies/quotas.yaml");
        }
    }

    private static boolean holdsData(Resource resource, Given given) {
        return resource.type().startsWith("kubernetes:")
                && given.settings().texts("kinds").contains(resource.kind());
    }
}
