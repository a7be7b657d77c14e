package health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether Prometheus reaches what it is declared to scrape, as its list of targets says, through the door that OKD's console
 * uses: the Route {@code thanos-querier}, with the kubeconfig's own token.
 */
final class Scrapes {
    /** How the Prometheus operator names the scrape pools of its kinds: {@code serviceMonitor/<namespace>/<name>/0}. */
    private static final Map<String, String> POOLS =
            Map.of("ServiceMonitor", "serviceMonitor/", "PodMonitor", "podMonitor/", "Probe", "probe/");

    private static final ResourceDefinitionContext ROUTES = new ResourceDefinitionContext.Builder()
            .withGroup("route.openshift.io")
            .withVersion("v1")
            .withKind("Route")
            .withPlural("routes")
            .withNamespaced(true)
            .build();

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int DONE = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<JsonNode> targets;
    private final String reasonNotTo;

    private Scrapes(Optional<JsonNode> targets, String reasonNotTo) {
        this.targets = targets;
        this.reasonNotTo = reasonNotTo;
    }

    static Scrapes notAsked(String reason) {
        return new Scrapes(Optional.empty(), reason);
    }

    /** As Prometheus' API answers at {@code /api/v1/targets}. */
    static Scrapes of(JsonNode answer) {
        return new Scrapes(Optional.of(answer), "");
    }

    /** Of the cluster's own Prometheus; not asked, with the reason, when it cannot be reached from here. */
    static Scrapes of(KubernetesClient client) {
        try {
            GenericKubernetesResource door = client.genericKubernetesResources(ROUTES)
                    .inNamespace("openshift-monitoring")
                    .withName("thanos-querier")
                    .get();
            String token = client.getConfiguration().getOauthToken();
            if (door == null || token == null) {
                return notAsked(
                        door == null
                                ? "there is no Route openshift-monitoring/thanos-querier"
                                : "the kubeconfig holds no token for Prometheus");
            }
            return asked("https://" + door.<String>get("spec", "host"), token);
        } catch (KubernetesClientException unanswered) {
            return notAsked("the Route of Prometheus cannot be read: " + unanswered.getCode());
        }
    }

    private static Scrapes asked(String url, String token) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + "/api/v1/targets?state=active"))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .build();
            var answer =
                    HttpClient.newBuilder().connectTimeout(PATIENCE).build().send(request, BodyHandlers.ofString());
            return answer.statusCode() == DONE
                    ? of(JSON.readTree(answer.body()))
                    : notAsked(url + " answers " + answer.statusCode());
        } catch (JsonProcessingException noJson) {
            return notAsked(url + " answers with something that is no list of targets");
        } catch (IOException silent) {
            return notAsked(url + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notAsked(url + " was not waited for");
        }
    }

    /** Of a member that Prometheus reads its targets from; empty for every other kind. */
    Optional<Finding> of(Member member) {
        return Optional.ofNullable(POOLS.get(member.kind())).map(prefix -> {
            String what = "targets of " + member.title();
            if (targets.isEmpty()) {
                return Finding.notAsked(member.stack(), what, reasonNotTo);
            }
            return fault(targets.get(), prefix + member.namespace() + "/" + member.name() + "/")
                    .map(fault -> Finding.red(member.stack(), what, fault))
                    .orElseGet(() -> Finding.green(member.stack(), what));
        });
    }

    /** A Probe's pool has no number. */
    private static Optional<String> fault(JsonNode answer, String pool) {
        int found = 0;
        var down = new TreeSet<String>();
        for (JsonNode target : answer.path("data").path("activeTargets")) {
            if ((target.path("scrapePool").asText() + "/").startsWith(pool)) {
                found++;
                if (!target.path("health").asText().equals("up")) {
                    down.add(target.path("scrapeUrl").asText() + " is "
                            + target.path("health").asText() + " ("
                            + target.path("lastError").asText() + ")");
                }
            }
        }
        if (found == 0) {
            return Optional.of("Prometheus has none");
        }
        return down.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", down));
    }
}
