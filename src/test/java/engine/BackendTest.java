package engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import target.RefusedException;

class BackendTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///srv/state",
                "s3://facility-state/team?endpoint=https://rgw.example.org:8443&region=us-east-1&s3ForcePathStyle=true",
                "postgres://facility@db.example.org:5432/state?sslmode=verify-full&sslrootcert=/etc/ca.pem",
                "postgres://[2001:db8::1]:5432/state",
                "azblob://state",
                "gs://state"
            })
    void a_backend_of_the_engines_own_is_taken_as_it_is(String url) {
        var backend = Backend.of(url);
        backend.requireLocks();
        assertThat(backend.url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://facility:hunter2@db.example.org/state",
                "postgres://facility:hun@ter2@db.example.org/state",
                "postgres://facility:@hunter2/state",
                "postgres://db.example.org/state?user=facility&password=hunter2",
                "postgres://db.example.org/state?sslPassword=hunter2",
                "https://facility:hunter2@pulumi.example.org"
            })
    void a_password_in_the_address_is_refused_and_not_repeated(String url) {
        assertThatThrownBy(() -> Backend.of(url))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(
                        "PULUMI_BACKEND_URL: holds a password, \"" + url.replaceFirst(":.*", "") + "://***\"")
                .hasMessageContaining("PGPASSFILE")
                .message()
                .doesNotContain("ter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://pulumi.example.org", "http://127.0.0.1:8080"})
    void a_service_keeps_its_locks_itself(String url) {
        assertThatThrownBy(() -> Backend.of(url).requireLocks())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("azblob, file, gs, postgres, s3")
                .hasMessageContaining("ask the service who holds the state");
    }
}
