package registration;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
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

/** The engine by plain calls of its resource monitor. */
final class ConnectedEngine implements Engine {
    /** No limit of gRPC's own: a rendered catalogue may be larger than its default of 4 MiB. */
    static final int MESSAGE_BYTES = 400 * 1024 * 1024;

    private final Settings settings;
    private final ManagedChannel monitorChannel;
    private final ManagedChannel engineChannel;
    private final ResourceMonitorGrpc.ResourceMonitorFutureStub monitor;
    private final EngineGrpc.EngineBlockingStub engine;

    ConnectedEngine(Settings settings) {
        this.settings = settings;
        this.monitorChannel = channel(settings.monitor());
        this.engineChannel = channel(settings.engine());
        this.monitor = ResourceMonitorGrpc.newFutureStub(monitorChannel);
        this.engine = EngineGrpc.newBlockingStub(engineChannel);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
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
        return completable(monitor.registerResource(request.build())).thenApply(ConnectedEngine::registered);
    }

    @Override
    public CompletableFuture<Void> outputs(String urn, Struct outputs) {
        var request = RegisterResourceOutputsRequest.newBuilder()
                .setUrn(urn)
                .setOutputs(outputs)
                .build();
        return completable(monitor.registerResourceOutputs(request)).thenApply(done -> null);
    }

    @Override
    public void finish() {
        try {
            completable(monitor.signalAndWaitForShutdown(Empty.getDefaultInstance()))
                    .join();
        } catch (java.util.concurrent.CompletionException gone) {
            // An engine that has shut down already, or that does not know the call, has nothing left to wait for.
        }
    }

    @Override
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
