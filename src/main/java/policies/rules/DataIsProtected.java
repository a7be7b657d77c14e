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
                        {"kinds": {"type": "array", "items": {"type": "string"},
                           "default": ["CustomResourceDefinition", "Namespace", "ObjectBucketClaim", "PersistentVolume",
                             "PersistentVolumeClaim", "StorageClass"],
                           "description": "whose loss loses data or everything below them"}}""");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        if (resource.type().startsWith("kubernetes:")
                && given.settings().texts("kinds").contains(resource.kind())
                && !resource.isProtected()) {
            findings.add(resource, "holds data and is not protected", "protect false", "protect true", about().mend());
        }
    }
}
