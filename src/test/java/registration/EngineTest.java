package registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineTest {
    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"UNAVAILABLE", "CANCELLED"})
    void an_engine_that_hung_up_or_cancelled_has_said_itself_why(Status.Code code) {
        assertThat(Engine.engineStopped(failed(Status.fromCode(code)))).isTrue();
    }

    @Test
    void so_has_one_that_shut_its_monitor_down() {
        assertThat(Engine.engineStopped(failed(Status.UNKNOWN.withDescription("resource monitor shut down"))))
                .isTrue();
    }

    @Test
    void any_other_failure_is_the_programs_own() {
        assertThat(Engine.engineStopped(failed(Status.INVALID_ARGUMENT))).isFalse();
        assertThat(Engine.engineStopped(new IllegalStateException("no status"))).isFalse();
    }

    private static Throwable failed(Status status) {
        return new CompletionException(status.asRuntimeException());
    }
}
