package posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import house.TestAuthority;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesTest {
    private final TestTime time = new TestTime();

    @Test
    void a_private_gitlab_is_trusted_by_its_authority_and_not_without(@TempDir Path folder) throws Exception {
        var authority = new TestAuthority(folder);
        var https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(authority.tls(authority.issue("gitlab"))));
        try (var server = new GitLabServer(https)) {
            var variables = new HashMap<>(server.variables());
            variables.put("CI_API_V4_URL", "https://" + server.authority() + "/api/v4");

            assertThatThrownBy(() -> Host.of(variables, time.patience(Duration.ofMinutes(10)))
                            .post(Reviews.green()))
                    .isInstanceOf(PostingException.class)
                    .hasMessageContaining("its certificate or TLS is not accepted");
            assertThat(server.asked()).isEmpty();
            assertThat(time.waits()).isEmpty();

            variables.put("CI_SERVER_TLS_CA_FILE", authority.certificate().toString());
            Host.of(variables, time.patience(Duration.ofMinutes(10))).post(Reviews.green());
            assertThat(server.written("review")).hasSize(1);
        }
    }
}
