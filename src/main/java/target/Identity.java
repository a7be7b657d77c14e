package target;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import kube.Serialization;

/**
 * Who a cluster is: the UID of its namespace {@code kube-system}, which no reinstallation keeps. Asked before the engine
 * starts, because the engine's preview is green on a cluster that does not answer.
 */
public final class Identity {
    private static final int TIMEOUT_MILLIS = 10_000;

    private Identity() {}

    /**
     * The provider's cluster identifier, {@code <target name>/<UID>}.
     *
     * @throws NoClusterException when the cluster does not answer
     * @throws RefusedException when it does not let us in, or is not the one of the state
     */
    public static String verified(Target target) {
        String uid = uid(target);
        String identifier = target.name() + "/" + uid;
        if (target.uid().isPresent() && !target.uid().get().equals(uid)) {
            throw new RefusedException("facility:target names the cluster " + target.name() + "/"
                    + target.uid().get() + ", but context " + target.context().orElse("") + " of " + target.kubeconfig()
                    + " leads to " + identifier + "; nothing was changed");
        }
        if (Files.exists(target.identityFile())) {
            String recorded = read(target);
            if (!recorded.equals(identifier)) {
                throw new RefusedException("the state belongs to cluster " + recorded + ", but " + target.kubeconfig()
                        + " leads to " + identifier + "; name the cluster that the state belongs to, or remove"
                        + " state and cluster together with: facility twin delete");
            }
        }
        return identifier;
    }

    /** From now on the state beside this file belongs to this cluster. */
    public static void record(Target target, String identifier) {
        if (Files.exists(target.identityFile())) {
            return;
        }
        try {
            Files.createDirectories(target.identityFile().getParent());
            Files.writeString(target.identityFile(), identifier + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String uid(Target target) {
        try (var client = client(target)) {
            var namespace = client.namespaces().withName("kube-system").get();
            if (namespace == null) {
                throw new RefusedException("cluster " + target.name() + " has no namespace kube-system, by which a"
                        + " cluster is known; check that the kubeconfig " + target.kubeconfig() + " is its own");
            }
            return namespace.getMetadata().getUid();
        } catch (KubernetesClientException e) {
            throw unanswered(target, e);
        }
    }

    /** What to throw for a question that got no good answer: nobody is let in, or nobody is there. */
    static RuntimeException unanswered(Target target, KubernetesClientException e) {
        if (e.getCode() == HttpURLConnection.HTTP_UNAUTHORIZED || e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
            return new RefusedException("cluster " + target.name() + " does not let us in: "
                    + (e.getStatus() == null ? firstLine(e) : e.getStatus().getMessage())
                    + "; the token of the kubeconfig " + target.kubeconfig()
                    + " may have expired: sign in to the cluster again");
        }
        return new NoClusterException(NoClusterException.MARK + target.name() + " does not answer: " + firstLine(e)
                + "; check that it runs and that the kubeconfig " + target.kubeconfig() + " is its own"
                + (target.isTwin() ? ", or start the twin with: facility twin start" : ""));
    }

    /** Whether it was the connection, or a server that cannot serve: no answer to what was asked. */
    static boolean isSilent(KubernetesClientException e) {
        // Without an answer its code is 0 or -1, by which of its ways the client was asked.
        return e.getCode() < HttpURLConnection.HTTP_BAD_REQUEST || e.getCode() >= HttpURLConnection.HTTP_INTERNAL_ERROR;
    }

    /** A client for exactly this target, which gives up after one try of ten seconds. */
    public static KubernetesClient client(Target target) {
        if (!Files.isReadable(target.kubeconfig())) {
            throw new RefusedException("no kubeconfig at " + target.kubeconfig()
                    + (target.isTwin()
                            ? "; start the twin with: facility twin start"
                            : "; name yours with the variable KUBECONFIG"));
        }
        Config config = configuration(target);
        config.setRequestTimeout(TIMEOUT_MILLIS);
        config.setConnectionTimeout(TIMEOUT_MILLIS);
        config.setRequestRetryBackoffLimit(0);
        // Over HTTP/2 an API server hangs up on who is not let in (UnauthenticatedHTTP2DOSMitigation), and no answer is
        // left
        // to tell that from a cluster that is away.
        config.setHttp2Disable(true);
        return new KubernetesClientBuilder()
                .withKubernetesSerialization(Serialization.SHARED)
                .withConfig(config)
                .build();
    }

    private static Config configuration(Target target) {
        try {
            if (target.context().isEmpty()) {
                return Config.fromKubeconfig(target.kubeconfig().toFile());
            }
            String context = target.context().get();
            var file = KubeConfigUtils.parseConfig(target.kubeconfig().toFile());
            if (file.getContexts().stream().noneMatch(named -> named.getName().equals(context))) {
                throw new RefusedException("the kubeconfig " + target.kubeconfig() + " has no context \"" + context
                        + "\"; log in to the cluster, or correct facility:target.context");
            }
            return Config.fromKubeconfig(context, target.kubeconfig().toFile());
        } catch (KubernetesClientException unreadable) {
            throw new RefusedException(
                    "the kubeconfig " + target.kubeconfig() + " cannot be read: " + firstLine(unreadable));
        }
    }

    private static String firstLine(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage() == null ? named(root) : root.getMessage())
                .lines()
                .findFirst()
                .orElse("no reason given");
    }

    /** What the JDK's client leaves without a word: a closed port, and a name that leads nowhere. */
    private static String named(Throwable root) {
        if (root instanceof ClosedChannelException) {
            return "nothing listens there";
        }
        return root instanceof UnresolvedAddressException
                ? "there is no such host"
                : root.getClass().getSimpleName();
    }

    private static String read(Target target) {
        try {
            return Files.readString(target.identityFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
