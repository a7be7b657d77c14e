package twin.play.quota;

import facility.Experiment;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.RuleWithOperations;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.RuleWithOperationsBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import java.util.Base64;
import java.util.List;
import kube.Labels;

/** What tells the API server of the {@link QuotaWebhook}. */
public final class Registration {
    private static final String NAME = "clusterresourcequota.facility-twin";

    private Registration() {}

    /**
     * The object that registers it.
     *
     * @param authority the PEM certificate that the webhook's own is verified against
     */
    public static ValidatingWebhookConfiguration of(String url, byte[] authority) {
        return new ValidatingWebhookConfigurationBuilder()
                .withNewMetadata()
                .withName(NAME)
                .endMetadata()
                .addNewWebhook()
                .withName("clusterresourcequota.quota.openshift.io")
                .withAdmissionReviewVersions("v1")
                .withNewClientConfig()
                .withUrl(url)
                .withCaBundle(Base64.getEncoder().encodeToString(authority))
                .endClientConfig()
                // What is let in is counted until it is stored; of a dry run nothing is.
                .withSideEffects("NoneOnDryRun")
                // OKD's own admission is part of its API server and cannot be away: without the players, nothing
                // enters.
                .withFailurePolicy("Fail")
                // The longest there is: on a busy machine a late answer is better than none.
                .withTimeoutSeconds(30)
                // The facility's own namespaces have no total, and must not wait for the players.
                .withNewNamespaceSelector()
                .withMatchExpressions(
                        new LabelSelectorRequirement(Labels.EXPERIMENT, "Exists", List.of()),
                        new LabelSelectorRequirement(Labels.EXPERIMENT, "NotIn", List.of(Experiment.FACILITY)))
                .endNamespaceSelector()
                // Pods are not resized here: the API server itself refuses it on a node that KWOK plays.
                .withRules(rule("pods", "CREATE"), rule("persistentvolumeclaims", "CREATE", "UPDATE"))
                .endWebhook()
                .build();
    }

    private static RuleWithOperations rule(String resource, String... operations) {
        return new RuleWithOperationsBuilder()
                .withApiGroups("")
                .withApiVersions("v1")
                .withResources(resource)
                .withOperations(operations)
                .withScope("Namespaced")
                .build();
    }
}
