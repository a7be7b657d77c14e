package registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.Result;
import pulumirpc.ResourceMonitorGrpc;

/**
 * The engine that started this program, by plain calls of its resource monitor. Any kind of object goes this way, at
 * the speed of the cluster: ADR 0003 has the measurement against the SDK's generated classes.
 */
public final class Engine implements AutoCloseable {
    /** No limit of gRPC's own: a rendered catalogue may be larger than its default of 4 MiB. */
    static final int MESSAGE_BYTES = 400 * 1024 * 1024;

    private static final Set<Status.Code> STOPPED = Set.of(Status.Code.UNAVAILABLE, Status.Code.CANCELLED);

    private final Settings settings;
    private final ManagedChannel monitorChannel;
    private final ManagedChannel engineChannel;
    private final ResourceMonitorGrpc.ResourceMonitorFutureStub monitor;
    private final EngineGrpc.EngineBlockingStub engine;

    private Engine(Settings settings) {
        this.settings = settings;
        this.monitorChannel = channel(settings.monitor());
        this.engineChannel = channel(settings.engine());
        this.monitor = ResourceMonitorGrpc.newFutureStub(monitorChannel);
        this.engine = EngineGrpc.newBlockingStub(engineChannel);
    }

    /** What the engine tells a program that it starts, through its environment, or calls. */
    public record Settings(
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
    public record Registered(String urn, String id, boolean succeeded) {}

    public static Engine connect(Settings settings) {
        return new Engine(settings);
    }

    public Settings settings() {
        return settings;
    }

    public CompletableFuture<Registered> register(Registration resource) {
        var request = RegisterResourceRequest.newBuilder()
                .setType(resource.type())
                .setName(resource.name())
                .setParent(resource.parent())
                .setCustom(resource.custom())
                .setProvider(resource.provider())
                .setVersion(resource.version())
                .setObject(resource.inputs())
                .addAllDependencies(resource.dependencies())
                .addAllIgnoreChanges(resource.left())
                .setAcceptSecrets(true)
                .setAcceptResources(true)
                .setSupportsResultReporting(true);
        switch (resource.removal()) {
            case PROTECTED -> request.setProtect(true);
            case LEFT -> request.setRetainOnDelete(true);
            case DELETED -> {}
        }
        return completable(monitor.registerResource(request.build())).thenApply(Engine::registered);
    }

    public CompletableFuture<Void> outputs(String urn, Struct outputs) {
        var request = RegisterResourceOutputsRequest.newBuilder()
                .setUrn(urn)
                .setOutputs(outputs)
                .build();
        return completable(monitor.registerResourceOutputs(request)).thenApply(done -> null);
    }

    /** Tells the engine that nothing more is coming. */
    public void finish() {
        try {
            completable(monitor.signalAndWaitForShutdown(Empty.getDefaultInstance()))
                    .join();
        } catch (java.util.concurrent.CompletionException gone) {
            // An engine that has shut down already, or that does not know the call, has nothing left to wait for.
        }
    }

    public void error(String message) {
        engine.log(LogRequest.newBuilder()
                .setSeverity(LogSeverity.ERROR)
                .setMessage(message)
                .build());
    }

    @Override
    public void close() {
        monitorChannel.shutdownNow();
        engineChannel.shutdownNow();
        try {
            monitorChannel.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a failure only says that the engine has stopped taking calls, which it has explained itself. */
    public static boolean engineStopped(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof StatusRuntimeException status) {
                // It cancels a program that it calls by its address, and hangs up on one that it has started.
                return STOPPED.contains(status.getStatus().getCode())
                        || String.valueOf(status.getStatus().getDescription()).contains("shut down");
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static Registered registered(RegisterResourceResponse response) {
        return new Registered(response.getUrn(), response.getId(), response.getResult() == Result.SUCCESS);
    }

    private static ManagedChannel channel(String address) {
        return ManagedChannelBuilder.forTarget(address)
                .usePlaintext()
                .maxInboundMessageSize(MESSAGE_BYTES)
                .build();
    }

    private static <T> CompletableFuture<T> completable(ListenableFuture<T> future) {
        var completable = new CompletableFuture<T>();
        Futures.addCallback(
                future,
                new FutureCallback<T>() {
                    @Override
                    public void onSuccess(T result) {
                        completable.complete(result);
                    }

                    @Override
                    public void onFailure(Throwable failure) {
                        completable.completeExceptionally(failure);
                    }
                },
                MoreExecutors.directExecutor());
        return completable;
    }
}
