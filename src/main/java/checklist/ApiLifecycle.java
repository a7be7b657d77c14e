package checklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** When Kubernetes deprecates and stops serving its APIs: a table made from the marks in its own source. */
final class ApiLifecycle {
    private static final String TABLE = "kubernetes-api-lifecycle.txt";
    private static final String NONE = "-";

    private final SortedMap<String, Stages> stages = new TreeMap<>();

    /**
     * Of one kind in one version.
     *
     * @param removed the first release that no longer serves it
     * @param replacement what to use instead
     */
    record Stages(KubernetesRelease deprecated, Optional<KubernetesRelease> removed, Optional<String> replacement) {}

    private ApiLifecycle() {}

    static ApiLifecycle ofKubernetes() {
        var lifecycle = new ApiLifecycle();
        text().lines().filter(line -> !line.startsWith("#")).forEach(lifecycle::read);
        return lifecycle;
    }

    /** Empty for what is not deprecated, and for kinds that are not Kubernetes' own. */
    Optional<Stages> of(String apiVersion, String kind) {
        return Optional.ofNullable(stages.get(apiVersion + " " + kind));
    }

    private void read(String line) {
        String[] words = line.split(" ", 5);
        stages.put(
                words[0] + " " + words[1],
                new Stages(
                        KubernetesRelease.parse(words[2]).orElseThrow(),
                        KubernetesRelease.parse(words[3]),
                        Optional.of(words[4]).filter(word -> !word.equals(NONE))));
    }

    private static String text() {
        try (var in = ApiLifecycle.class.getResourceAsStream(TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
