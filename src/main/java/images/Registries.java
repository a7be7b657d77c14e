package images;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** All registries that images name, asked side by side. */
public final class Registries {
    /** More than a facility names registries; what Docker Hub bears of one address at once. */
    private static final int AT_ONCE = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Manifests manifests;

    Registries(Manifests manifests) {
        this.manifests = manifests;
    }

    /**
     * As this user: with the credentials and authorities that {@code podman} would use.
     *
     * @param variables the environment's
     */
    public static Registries ofUser(Map<String, String> variables, Path home) {
        return ofUser(variables, home, PATIENCE);
    }

    static Registries ofUser(Map<String, String> variables, Path home, Duration patience) {
        return new Registries(new Manifests(
                new Exchange(CertificateFolders.of(variables, home), patience), AuthFiles.of(variables, home)));
    }

    /**
     * Asks for each once. Never fails: what goes wrong is an answer.
     *
     * @param images by name, as objects have them
     * @return each image's answer, by name, sorted
     */
    public Map<String, Answer> ask(Collection<String> images) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
            var thread = new Thread(work, "registries");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var asked = new TreeMap<String, CompletableFuture<Answer>>();
            var once = new TreeMap<String, CompletableFuture<Answer>>();
            for (String image : new TreeSet<>(images)) {
                asked.put(image, future(image, once, threads));
            }
            var answers = new TreeMap<String, Answer>();
            asked.forEach((image, answer) -> answers.put(image, answer.join()));
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Two names of one image are one question: {@code traefik:3} and {@code docker.io/library/traefik:3}. */
    private CompletableFuture<Answer> future(
            String image, Map<String, CompletableFuture<Answer>> once, ExecutorService threads) {
        try {
            var reference = Reference.parse(image);
            return once.computeIfAbsent(
                    reference.toString(),
                    first -> CompletableFuture.supplyAsync(() -> manifests.ask(reference), threads));
        } catch (IllegalArgumentException noName) {
            return CompletableFuture.completedFuture(
                    Answer.missing("no image can have this name: " + noName.getMessage()));
        }
    }
}
