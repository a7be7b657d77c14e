package health;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import target.Identity;
import target.Target;

/** Whether somebody could start a notebook right now: asked by starting one, and stopping it again. */
public final class SpawnTrial {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final SpawnWish wish;
    private final Target target;
    private final TokenPlace place;

    public SpawnTrial(SpawnWish wish, Target target, TokenPlace place) {
        this.wish = wish;
        this.target = target;
        this.place = place;
    }

    /**
     * Where the service's token is found: in the Secret from which the hub itself has it.
     *
     * @param placeholder what stands for it in what is printed
     */
    public record TokenPlace(String namespace, String secret, String key, String placeholder) {
        @Override
        public String toString() {
            return "key " + key + " of Secret " + namespace + "/" + secret;
        }
    }

    /**
     * Starts and stops the server; on a twin nobody is asked, for nothing listens there.
     *
     * @param told what the hub says meanwhile
     */
    public Spawned run(Consumer<String> told) {
        if (target.isTwin()) {
            return Spawned.notAsked(wish.stack(), wish.title(), "nothing listens on a twin");
        }
        try (KubernetesClient client = Identity.client(target)) {
            Optional<String> token = token(client);
            return token.isPresent()
                    ? run(token.get(), told)
                    : red(place + " is not there: bring the environment up first");
        } catch (KubernetesClientException refused) {
            return red(place + " cannot be read: the cluster answers " + refused.getCode());
        }
    }

    /** What is printed never holds the token, even if the hub repeats it. */
    private Spawned run(String token, Consumer<String> told) {
        Spawned spawned = new Spawn(wish, new SpawnHubByRoute(wish, token), BETWEEN_LOOKS)
                .run(message -> told.accept(message.replace(token, place.placeholder())));
        Finding finding = spawned.finding();
        return new Spawned(
                new Finding(
                        finding.stack(),
                        finding.what(),
                        finding.outcome(),
                        finding.reason().replace(token, place.placeholder())),
                spawned.ready(),
                spawned.whole());
    }

    private Optional<String> token(KubernetesClient client) {
        Secret secret = client.secrets()
                .inNamespace(place.namespace())
                .withName(place.secret())
                .get();
        return Optional.ofNullable(secret)
                .map(Secret::getData)
                .map(data -> data.get(place.key()))
                .map(encoded -> new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
    }

    private Spawned red(String reason) {
        return new Spawned(Finding.red(wish.stack(), wish.title(), reason), Optional.empty(), Duration.ZERO);
    }
}
