package twin;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The cluster's custom resource definitions, waited for until it serves them. Not by {@code kubectl wait}, which fails on a
 * definition that is so new that it has no conditions yet ("accessor error: &lt;nil&gt; is of the type &lt;nil&gt;").
 */
final class ServedDefinitions {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BETWEEN_LOOKS_MILLIS = 100;

    private final KubernetesClient client;

    ServedDefinitions(KubernetesClient client) {
        this.client = client;
    }

    /** @throws TwinException naming those that are still not served */
    void await() {
        Instant end = Instant.now().plus(PATIENCE);
        List<String> missing = missing();
        while (!missing.isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new TwinException("the twin could not be furnished: after " + PATIENCE.toSeconds()
                        + " s it does not serve " + String.join(", ", missing));
            }
            pause();
            missing = missing();
        }
    }

    private List<String> missing() {
        return missing(
                client.apiextensions().v1().customResourceDefinitions().list().getItems());
    }

    static List<String> missing(List<CustomResourceDefinition> all) {
        return all.stream()
                .filter(each -> !isEstablished(each))
                .map(each -> each.getMetadata().getName())
                .sorted()
                .toList();
    }

    private static boolean isEstablished(CustomResourceDefinition definition) {
        return Optional.ofNullable(definition.getStatus()).stream()
                .flatMap(status -> Optional.ofNullable(status.getConditions()).orElse(List.of()).stream())
                .anyMatch(
                        condition -> "Established".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TwinException("interrupted while the twin's definitions were waited for");
        }
    }
}
