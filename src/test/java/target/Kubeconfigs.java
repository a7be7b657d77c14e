package target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Kubeconfigs of a cluster that a test plays. */
public final class Kubeconfigs {
    private Kubeconfigs() {}

    /** Of a server whose context is called {@code lab}. */
    public static Path write(Path file, String server) throws IOException {
        return Files.writeString(
                file,
                """
                apiVersion: v1
                kind: Config
                clusters: [{name: lab, cluster: {server: "%s"}}]
                users: [{name: lab, user: {token: none}}]
                contexts: [{name: lab, context: {cluster: lab, user: lab}}]
                current-context: lab
                """
                        .formatted(server));
    }
}
