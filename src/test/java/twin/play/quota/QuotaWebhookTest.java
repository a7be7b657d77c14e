package twin.play.quota;

import static org.assertj.core.api.Assertions.assertThat;

import house.TestAuthority;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class QuotaWebhookTest {
    /** A pod that asks for no more than it had: let in without a question to the cluster, of which there is none here. */
    private static final String REVIEW =
            """
            {"request": {"uid": "7", "namespace": "dune-analysis", "resource": {"resource": "pods"},
              "object": %1$s, "oldObject": %1$s}}
            """
                    .formatted("{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"pod\"},"
                            + " \"spec\": {\"containers\": []}}");

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void connections_that_wait_keep_nobody_waiting(@TempDir Path folder) throws Exception {
        var authority = new TestAuthority(folder);
        var tls = authority.tls(authority.issue("webhook"));
        var waiting = new ArrayList<SSLSocket>();
        try (var cluster = new KubernetesClientBuilder().build();
                var webhook = new QuotaWebhook(0, tls, new ClusterQuotas(cluster, Clock.systemUTC()))) {
            var url = URI.create(webhook.url());
            // As the API server does, which dials ahead of what it asks.
            for (int i = 0; i < 20; i++) {
                var socket = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", url.getPort());
                waiting.add(socket);
                socket.startHandshake();
            }
            var answer = HttpClient.newBuilder()
                    .sslContext(tls)
                    .build()
                    .send(
                            HttpRequest.newBuilder(url)
                                    .timeout(Duration.ofSeconds(20))
                                    .POST(HttpRequest.BodyPublishers.ofString(REVIEW))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"uid\":\"7\"").contains("\"allowed\":true");
        } finally {
            for (SSLSocket socket : waiting) {
                socket.close();
            }
        }
    }
}
