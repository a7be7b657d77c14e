package target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kube.Declared;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import target.Rights.Touched;

/** Whatever is asked of a cluster that went away meanwhile says so, and is no fault of ours with a trace. */
class SilentClusterTest {
    private static final Declared VOLUME = Declared.of(new PersistentVolumeBuilder()
            .withNewMetadata()
            .withName("home")
            .endMetadata()
            .withNewSpec()
            .withClaimRef(new ObjectReferenceBuilder()
                    .withNamespace("jupyterhub")
                    .withName("home")
                    .build())
            .endSpec()
            .build());

    @TempDir
    Path folder;

    private List<ThrowingCallable> questions(Target target) {
        var touched = List.of(new Touched("v1", "PersistentVolume", "", false));
        return List.of(
                () -> Identity.verified(target),
                () -> TargetKinds.verify(target, List.of(VOLUME)),
                () -> Rights.verify(target, touched, Map.of()),
                () -> LiveGpus.of(target, List.of("gpu-1")),
                () -> ReleasedVolumes.of(target, List.of(VOLUME)));
    }

    @Test
    void a_port_where_nothing_listens() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Target target = target("http://127.0.0.1:" + port);
        for (ThrowingCallable question : questions(target)) {
            assertThatThrownBy(question)
                    .isInstanceOf(NoClusterException.class)
                    .hasMessage(
                            "NO CLUSTER: okd does not answer: nothing listens there; check that it runs and that the"
                                    + " kubeconfig " + target.kubeconfig() + " is its own");
        }
    }

    @Test
    void a_name_that_leads_nowhere() throws IOException {
        Target target = target("http://api.okd.invalid:6443");
        assertThatThrownBy(() -> Identity.verified(target))
                .isInstanceOf(NoClusterException.class)
                .hasMessageContaining("okd does not answer: there is no such host;");
    }

    /** Its etcd is away, or a proxy before it has nobody behind. */
    @Test
    void a_server_that_cannot_serve() throws IOException {
        try (var server = new Answering(503)) {
            for (ThrowingCallable question : questions(target(server.url()))) {
                assertThatThrownBy(question)
                        .isInstanceOf(NoClusterException.class)
                        .hasMessageContaining("NO CLUSTER: okd does not answer: ");
            }
        }
    }

    @Test
    void a_server_that_lets_nobody_in_is_there() throws IOException {
        try (var server = new Answering(401)) {
            for (ThrowingCallable question : questions(target(server.url()))) {
                assertThatThrownBy(question).isInstanceOf(RefusedException.class);
            }
            assertThat(server.asked.get())
                    .isGreaterThanOrEqualTo(questions(target(server.url())).size());
        }
    }

    private Target target(String server) throws IOException {
        Path kubeconfig = Kubeconfigs.write(folder.resolve("kubeconfig"), server);
        return new Target(
                "okd", kubeconfig, Optional.of("lab"), folder.resolve("identity"), Optional.empty(), Optional.of("1"));
    }

    /** An API server that answers everything in one way. */
    private static final class Answering implements AutoCloseable {
        private final HttpServer http;
        private final AtomicInteger asked = new AtomicInteger();

        Answering(int status) throws IOException {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/", exchange -> {
                try (exchange) {
                    asked.incrementAndGet();
                    byte[] said =
                            ("{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"no\","
                                            + "\"code\":" + status + "}")
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(status, said.length);
                    exchange.getResponseBody().write(said);
                }
            });
            http.start();
        }

        String url() {
            return "http://127.0.0.1:" + http.getAddress().getPort();
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }
}
