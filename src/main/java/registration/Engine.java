package registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Struct;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * Whom a program registers its resources with: the engine that started it, or whoever only wants to know what it would
 * register. Any kind of object goes this way, at the speed of the cluster: ADR 0003 has the measurement against the SDK's
 * generated classes.
 */
public interface Engine extends AutoCloseable {
    /** What the engine tells a program that it starts, through its environment, or calls. */
    record Settings(
            String project,
            String environment,
            boolean dryRun,
            String monitor,
            String engine,
            Map<String, String> configuration) {
        public Settings {
            configuration = Map.copyOf(configuration);
        }

        /** Empty when no engine started this process. */
        public static Optional<Settings> of(Map<String, String> variables) {
            String monitor = variables.get("PULUMI_MONITOR");
            String engine = variables.get("PULUMI_ENGINE");
            if (monitor == null || engine == null) {
                return Optional.empty();
            }
            return Optional.of(new Settings(
                    variables.get("PULUMI_PROJECT"),
                    variables.get("PULUMI_STACK"),
                    "true".equalsIgnoreCase(variables.get("PULUMI_DRY_RUN")),
                    monitor,
                    engine,
                    configuration(variables.getOrDefault("PULUMI_CONFIG", "{}"))));
        }

        /** Keys to values; a structured value is JSON. */
        private static Map<String, String> configuration(String json) {
            try {
                return new ObjectMapper().readValue(json, new TypeReference<Map<String, String>>() {});
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the engine's configuration is no JSON", e);
            }
        }
    }

    /** How a registration ended: its URN, its id, and whether the engine made it or gave up on it. */
    record Registered(String urn, String id, boolean succeeded) {}

    /** By its resource monitor's address. */
    static Engine connect(Settings settings) {
        return new ConnectedEngine(settings);
    }

    Settings settings();

    CompletableFuture<Registered> register(Registration resource);

    CompletableFuture<Void> outputs(String urn, Struct outputs);

    /** Tells the engine that nothing more is coming. */
    void finish();

    /** Says why the program cannot go on; the run fails. */
    void error(String message);

    @Override
    void close();

    /** What a run of a program comes to; false where the engine stopped taking calls on the way. */
    static boolean unlessStopped(BooleanSupplier run) {
        try {
            return run.getAsBoolean();
        } catch (CompletionException failure) {
            if (engineStopped(failure)) {
                return false;
            }
            throw failure;
        }
    }

    /** Whether a failure only says that the engine has stopped taking calls, which it has explained itself. */
    static boolean engineStopped(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof StatusRuntimeException status) {
                // It cancels a program that it calls by its address, and hangs up on one that it has started.
                return Set.of(Status.Code.UNAVAILABLE, Status.Code.CANCELLED)
                                .contains(status.getStatus().getCode())
                        || String.valueOf(status.getStatus().getDescription()).contains("shut down");
            }
            cause = cause.getCause();
        }
        return false;
    }
}
