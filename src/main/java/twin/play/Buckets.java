package twin.play;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/**
 * Plays Rook's provisioner of buckets: a claim gets its ConfigMap and its Secret and is Bound, while its class has
 * capacity left for its maxSize. There is no object store behind it.
 */
final class Buckets {
    static final ResourceDefinitionContext CLAIMS = new ResourceDefinitionContext.Builder()
            .withGroup("objectbucket.io")
            .withVersion("v1alpha1")
            .withKind("ObjectBucketClaim")
            .withPlural("objectbucketclaims")
            .withNamespaced(true)
            .build();

    private static final String BOUND = "Bound";

    private final KubernetesClient client;
    private final Map<String, BigDecimal> capacities;

    /** @param capacities bytes that each class may give away in all; a class not named here has no limit */
    Buckets(KubernetesClient client, Map<String, BigDecimal> capacities) {
        this.client = client;
        this.capacities = Map.copyOf(capacities);
    }

    synchronized void provision(GenericKubernetesResource claim) {
        if (isBound(claim) || claim.getMetadata().getDeletionTimestamp() != null) {
            return;
        }
        String storageClass = claim.get("spec", "storageClassName");
        if (storageClass == null
                || client.storage().v1().storageClasses().withName(storageClass).get() == null) {
            return;
        }
        BigDecimal wanted = size(claim);
        BigDecimal left = capacities
                .getOrDefault(storageClass, wanted.add(given(storageClass)))
                .subtract(given(storageClass));
        if (wanted.compareTo(left) > 0) {
            Events.warn(
                    client,
                    claim,
                    "ProvisioningFailed",
                    "storage class " + storageClass + " has " + left.toBigInteger()
                            + " bytes left, and the claim asks for " + wanted.toBigInteger());
            return;
        }
        keys(claim);
        claim.setAdditionalProperty("status", Map.of("phase", BOUND));
        client.genericKubernetesResources(CLAIMS)
                .inNamespace(claim.getMetadata().getNamespace())
                .resource(claim)
                .updateStatus();
    }

    /** Whatever still waits for a class. */
    void provisionAll() {
        client.genericKubernetesResources(CLAIMS)
                .inAnyNamespace()
                .list()
                .getItems()
                .forEach(this::provision);
    }

    private void keys(GenericKubernetesResource claim) {
        String bucket = claim.get("spec", "bucketName");
        var address = new ConfigMapBuilder()
                .withMetadata(metadata(claim))
                .withData(Map.of(
                        "BUCKET_HOST", "rook-ceph-rgw.twin.svc",
                        "BUCKET_PORT", "80",
                        "BUCKET_NAME", bucket == null ? claim.getMetadata().getName() : bucket))
                .build();
        client.resource(address).patch(Applied.by("rook-ceph"), address);
        var secrets = client.secrets().inNamespace(claim.getMetadata().getNamespace());
        if (secrets.withName(claim.getMetadata().getName()).get() == null) {
            client.resource(new SecretBuilder()
                            .withMetadata(metadata(claim))
                            .withStringData(Map.of(
                                    "AWS_ACCESS_KEY_ID", UUID.randomUUID().toString(),
                                    "AWS_SECRET_ACCESS_KEY", UUID.randomUUID().toString()))
                            .build())
                    .create();
        }
    }

    /** Both go with the claim, as Rook's do. */
    private static ObjectMeta metadata(GenericKubernetesResource claim) {
        return new ObjectMetaBuilder()
                .withName(claim.getMetadata().getName())
                .withNamespace(claim.getMetadata().getNamespace())
                .addNewOwnerReference()
                .withApiVersion(claim.getApiVersion())
                .withKind(claim.getKind())
                .withName(claim.getMetadata().getName())
                .withUid(claim.getMetadata().getUid())
                .endOwnerReference()
                .build();
    }

    private BigDecimal given(String storageClass) {
        return client.genericKubernetesResources(CLAIMS).inAnyNamespace().list().getItems().stream()
                .filter(claim -> isBound(claim) && storageClass.equals(claim.get("spec", "storageClassName")))
                .map(Buckets::size)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isBound(GenericKubernetesResource claim) {
        return BOUND.equals(claim.get("status", "phase"));
    }

    private static BigDecimal size(GenericKubernetesResource claim) {
        String size = claim.get("spec", "additionalConfig", "maxSize");
        return size == null ? BigDecimal.ZERO : Quantity.getAmountInBytes(new Quantity(size));
    }
}
