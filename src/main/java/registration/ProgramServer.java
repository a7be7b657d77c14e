package registration;

import com.google.protobuf.Empty;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import pulumirpc.Language.GetRequiredPackagesRequest;
import pulumirpc.Language.GetRequiredPackagesResponse;
import pulumirpc.Language.LanguageHandshakeRequest;
import pulumirpc.Language.LanguageHandshakeResponse;
import pulumirpc.Language.RunRequest;
import pulumirpc.Language.RunResponse;
import pulumirpc.LanguageRuntimeGrpc.LanguageRuntimeImplBase;
import pulumirpc.Plugin.PackageDependency;
import pulumirpc.Plugin.PluginInfo;
import registration.Engine.Settings;

/**
 * A program in a JVM that runs already, as the engine calls one whose address it is given ({@code --client}): no language
 * host and no JVM of its own, and what was checked is what is registered. ADR 0031.
 */
public final class ProgramServer implements AutoCloseable {
    private final Server server;
    private final AtomicReference<RuntimeException> fault;

    private ProgramServer(Server server, AtomicReference<RuntimeException> fault) {
        this.server = server;
        this.fault = fault;
    }

    /** What registers. */
    @FunctionalInterface
    public interface Program {
        /** Whether the engine took all of it; if not, it has been told why. */
        boolean run(Engine engine);
    }

    /**
     * On a port of loopback that is free.
     *
     * @param providerVersion of the provider for Kubernetes, the one plug-in that is not the project's own
     */
    public static ProgramServer start(Program program, String providerVersion) throws IOException {
        var fault = new AtomicReference<RuntimeException>();
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new LanguageHost(program, providerVersion, fault))
                .maxInboundMessageSize(ConnectedEngine.MESSAGE_BYTES)
                .build()
                .start();
        return new ProgramServer(server, fault);
    }

    /** Where the engine finds it. */
    public String address() {
        return "127.0.0.1:" + server.getPort();
    }

    /** What the program failed with, if it was a fault of its own; the engine only knows that it failed. */
    public Optional<RuntimeException> fault() {
        return Optional.ofNullable(fault.get());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static final class LanguageHost extends LanguageRuntimeImplBase {
        private final Program program;
        private final String providerVersion;
        private final AtomicReference<RuntimeException> fault;

        private LanguageHost(Program program, String providerVersion, AtomicReference<RuntimeException> fault) {
            this.program = program;
            this.providerVersion = providerVersion;
            this.fault = fault;
        }

        @Override
        public void handshake(LanguageHandshakeRequest request, StreamObserver<LanguageHandshakeResponse> to) {
            answer(to, LanguageHandshakeResponse.getDefaultInstance());
        }

        @Override
        public void getPluginInfo(Empty request, StreamObserver<PluginInfo> to) {
            answer(to, PluginInfo.getDefaultInstance());
        }

        @Override
        public void getRequiredPackages(
                GetRequiredPackagesRequest request, StreamObserver<GetRequiredPackagesResponse> to) {
            var kubernetes = PackageDependency.newBuilder()
                    .setName("kubernetes")
                    .setVersion(providerVersion)
                    .setKind("resource");
            answer(
                    to,
                    GetRequiredPackagesResponse.newBuilder()
                            .addPackages(kubernetes)
                            .build());
        }

        @Override
        public void run(RunRequest request, StreamObserver<RunResponse> to) {
            // An engine that has given the run up wants no answer; without this, giving one fails.
            ((ServerCallStreamObserver<RunResponse>) to).setOnCancelHandler(() -> {});
            var response = RunResponse.newBuilder();
            try (var engine = Engine.connect(settings(request))) {
                response.setBail(!program.run(engine));
            } catch (RuntimeException | Error ours) {
                fault.set(ours instanceof RuntimeException kept ? kept : new IllegalStateException(ours));
                // Its words may hold values, and whoever started this has the fault itself.
                response.setError("the program failed: " + ours.getClass().getSimpleName());
            }
            answer(to, response.build());
        }

        /** An engine that calls a program by its address gives its own as the first argument. */
        private static Settings settings(RunRequest request) {
            return new Settings(
                    request.getProject(),
                    request.getStack(),
                    request.getDryRun(),
                    request.getMonitorAddress(),
                    request.getArgs(0),
                    request.getConfigMap());
        }

        @Override
        public void cancel(Empty request, StreamObserver<Empty> to) {
            // The engine stops taking registrations, and the program ends by that.
            answer(to, Empty.getDefaultInstance());
        }

        private static <T> void answer(StreamObserver<T> to, T value) {
            to.onNext(value);
            to.onCompleted();
        }
    }
}
