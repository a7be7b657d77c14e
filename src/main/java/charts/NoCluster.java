package charts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Proof that rendering reaches no cluster. Helm's {@code lookup} asks whatever cluster the process's {@code KUBECONFIG}
 * names, or the user's default one, and renders what it finds. The launchers point it at
 * {@code toolchain/no-cluster.kubeconfig}; a JVM started in another way is refused, because nothing within a running JVM
 * can change its variables.
 */
final class NoCluster {
    private static final String VARIABLE = "KUBECONFIG";
    private static final String SERVER = "https://no-cluster.invalid";

    private NoCluster() {}

    static void require() {
        String ambient = System.getenv().getOrDefault(VARIABLE, "");
        try {
            if (!ambient.isEmpty() && Files.readString(Path.of(ambient)).contains(SERVER)) {
                return;
            }
        } catch (IOException unreadable) {
            // As good as another cluster's.
        }
        throw new IllegalStateException(
                VARIABLE + " must name toolchain/no-cluster.kubeconfig while charts are rendered; start by ./facility");
    }
}
