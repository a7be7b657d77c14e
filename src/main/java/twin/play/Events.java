package twin.play;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Events as controllers leave them on the objects that they act for. */
final class Events {
    private Events() {}

    static void warn(KubernetesClient client, HasMetadata about, String reason, String message) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        var event = new EventBuilder()
                .withNewMetadata()
                // One event an object and reason, refreshed: a claim that stays Pending must not fill the store.
                .withName(about.getMetadata().getName() + "." + reason.toLowerCase(java.util.Locale.ROOT))
                .withNamespace(about.getMetadata().getNamespace())
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(about.getApiVersion())
                .withKind(about.getKind())
                .withNamespace(about.getMetadata().getNamespace())
                .withName(about.getMetadata().getName())
                .withUid(about.getMetadata().getUid())
                .endInvolvedObject()
                .withType("Warning")
                .withReason(reason)
                .withMessage(message)
                .withFirstTimestamp(now)
                .withLastTimestamp(now)
                .withNewSource()
                .withComponent("facility-twin")
                .endSource()
                .build();
        client.resource(event).patch(Applied.by("facility-twin"), event);
    }
}
