package provider;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;

/**
 * Where a plug-in says what people should see. What it prints is hidden by the engine, which gives it the address of a log
 * of its own as its first argument (3.256, sdk/go/common/resource/plugin/plugin.go).
 */
public final class EngineLog {
    /** The engine is on this machine; one that is busy ending takes no more lines. */
    private static final int SECONDS = 5;

    private final Optional<EngineGrpc.EngineBlockingStub> engine;

    private EngineLog(Optional<EngineGrpc.EngineBlockingStub> engine) {
        this.engine = engine;
    }

    /**
     * The log of whoever started this process.
     *
     * @param arguments of the process; without one, nobody listens
     */
    public static EngineLog of(String[] arguments) {
        if (arguments.length == 0) {
            return new EngineLog(Optional.empty());
        }
        // It lives as long as the plug-in.
        ManagedChannel channel =
                NettyChannelBuilder.forTarget(arguments[0]).usePlaintext().build();
        return new EngineLog(Optional.of(EngineGrpc.newBlockingStub(channel)));
    }

    /** A line in the run's output; a line that cannot be said fails nothing. */
    public void say(String line) {
        engine.ifPresent(stub -> {
            try {
                var unused = stub.withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                        .log(LogRequest.newBuilder()
                                .setSeverity(LogSeverity.INFO)
                                .setMessage(line)
                                .build());
            } catch (io.grpc.StatusRuntimeException ending) {
                // The run goes on without it.
            }
        });
    }
}
