package gate;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.openshift.api.model.console.v1.ConsoleNotification;
import io.fabric8.openshift.api.model.console.v1.ConsoleNotificationBuilder;
import java.net.HttpURLConnection;
import java.util.Optional;
import provider.ResourceFailure;
import target.Identity;
import target.Target;

/**
 * The banner in OKD's console while a run changes an environment, and the mark that a run has begun and not yet come to its
 * end. The mark outlives a failed run: by it the next run knows that it has to announce itself again.
 */
final class Banner {
    private static final String NAME = "analysis-facility-promotion";

    /** Of the hub's namespace; where that is not there yet, there is nobody to tell either. */
    private static final String MARK = "facility.gate/unfinished";

    private final Target target;

    Banner(Target target) {
        this.target = target;
    }

    /** Shows it, if it is not shown already. */
    void raise(String text) {
        var notification = new ConsoleNotificationBuilder()
                .withNewMetadata()
                .withName(NAME)
                .endMetadata()
                .withNewSpec()
                .withText(text)
                .withLocation("BannerTop")
                .endSpec()
                .build();
        asked(
                "the announcement was not raised",
                client -> client.resource(notification).forceConflicts().serverSideApply());
    }

    /** Whether it was shown until now. */
    boolean lower() {
        return asked("the announcement was not lifted", client -> !client.resources(ConsoleNotification.class)
                .withName(NAME)
                .delete()
                .isEmpty());
    }

    void begin(String namespace, String digest) {
        mark(namespace, "\"" + digest + "\"");
    }

    void end(String namespace) {
        mark(namespace, "null");
    }

    /** What the run that has begun and not ended was to bring. */
    Optional<String> unfinished(String namespace) {
        return asked("whether a run is unfinished was not seen", client -> Optional.ofNullable(
                        client.namespaces().withName(namespace).get())
                .map((Namespace found) -> found.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(MARK)));
    }

    private void mark(String namespace, String value) {
        asked("the mark of the run was not set", client -> {
            try {
                client.namespaces()
                        .withName(namespace)
                        .patch(
                                PatchContext.of(PatchType.JSON_MERGE),
                                "{\"metadata\":{\"annotations\":{\"" + MARK + "\":" + value + "}}}");
            } catch (KubernetesClientException absent) {
                if (absent.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
                    throw absent;
                }
            }
            return true;
        });
    }

    /** Something asked of the cluster. */
    private interface Question<T> {
        T of(KubernetesClient client);
    }

    private <T> T asked(String failed, Question<T> question) {
        try (KubernetesClient client = Identity.client(target)) {
            return question.of(client);
        } catch (KubernetesClientException refused) {
            throw new ResourceFailure(
                    failed + ": " + refused.getMessage().lines().findFirst().orElse("no reason given"));
        }
    }
}
