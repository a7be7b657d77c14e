package stacks.storage;

import facility.storage.Bucket;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.util.Map;
import java.util.TreeMap;
import kube.Labels;

/** A bucket as Rook's object store gives it. */
final class BucketClaim {
    private BucketClaim() {}

    static GenericKubernetesResource of(Bucket bucket) {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion("objectbucket.io/v1alpha1")
                .withKind("ObjectBucketClaim")
                .withNewMetadata()
                .withName(bucket.name())
                .withNamespace(bucket.namespace())
                .withLabels(Labels.common())
                .addToAnnotations("pulumi.com/waitFor", "jsonpath={.status.phase}=Bound")
                .addToAnnotations("pulumi.com/timeoutSeconds", "120")
                .endMetadata()
                .addToAdditionalProperties(
                        "spec",
                        new TreeMap<>(Map.of(
                                "bucketName",
                                bucket.name(),
                                "storageClassName",
                                bucket.storageClass(),
                                // Rook's own quota of the bucket's user; its values are strings.
                                "additionalConfig",
                                new TreeMap<>(Map.of(
                                        "maxSize", bucket.maxSize().toString(),
                                        "maxObjects", String.valueOf(bucket.maxObjects()))))))
                .build();
    }
}
