package registration;

import com.google.protobuf.Empty;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.ResourceMonitorGrpc;
import registration.Engine.Settings;

/**
 * Answers a program as the engine does in its first preview and does nothing: a program that registers with it has loaded
 * the classes of a run, to be archived.
 */
public final class RehearsedMonitor implements AutoCloseable {
    private final Server server;

    private RehearsedMonitor(Server server) {
        this.server = server;
    }

    /** On a port of loopback that is free. */
    public static RehearsedMonitor start() throws IOException {
        return new RehearsedMonitor(
                NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .addService(new Answers())
                        .build()
                        .start());
    }

    /** What an engine would have told the program that it starts. */
    public Settings settings(String environment) {
        String address = "127.0.0.1:" + server.getPort();
        return new Settings("facility", environment, true, address, address, Map.of());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static final class Answers extends ResourceMonitorGrpc.ResourceMonitorImplBase {
        @Override
        public void registerResource(
                RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> observer) {
            String urn = "urn:pulumi:rehearsal::facility::" + request.getType() + "::" + request.getName();
            answer(observer, RegisterResourceResponse.newBuilder().setUrn(urn).build());
        }

        @Override
        public void registerResourceOutputs(RegisterResourceOutputsRequest request, StreamObserver<Empty> observer) {
            answer(observer, Empty.getDefaultInstance());
        }

        @Override
        public void signalAndWaitForShutdown(Empty request, StreamObserver<Empty> observer) {
            answer(observer, Empty.getDefaultInstance());
        }

        private static <T> void answer(StreamObserver<T> observer, T value) {
            observer.onNext(value);
            observer.onCompleted();
        }
    }
}
