package policy.analyzer;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import policy.PackSource;
import policy.Resource;

/**
 * Serves a pack to the engine: to the one that started this process by {@code PackServer.main(run -> myPack)}, or to one that
 * is told the port by other means.
 */
public final class PackServer implements AutoCloseable {
    /** A rule takes well under a millisecond; what takes this long is stuck. */
    public static final Duration LIMIT = Duration.ofSeconds(20);

    private final AnalyzerService service;
    private final Server server;

    private PackServer(PackSource source, Duration limit) throws IOException {
        this.service = new AnalyzerService(source, limit);
        // What takes its time has threads of its own; one more change of threads would cost as much as the answer does.
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .directExecutor()
                .addService(UnreadRemediation.in(service))
                .maxInboundMessageSize(400 * 1024 * 1024)
                .build()
                .start();
    }

    /** Serves on a port of loopback that is free, until it is closed. */
    public static PackServer serve(PackSource source) throws IOException {
        return serve(source, LIMIT);
    }

    static PackServer serve(PackSource source, Duration limit) throws IOException {
        return new PackServer(source, limit);
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
        service.close();
    }

    /** Serves on loopback, says on which port, and ends with whoever started it. */
    public static void main(PackSource source) throws IOException, InterruptedException {
        main(source, LIMIT);
    }

    /** The same; each rule has that long to answer. */
    public static void main(PackSource source, Duration limit) throws IOException, InterruptedException {
        var pack = serve(source, limit);
        // The engine ends its plug-ins; when it was killed itself, nobody would.
        var unused = ProcessHandle.current().parent().map(parent -> parent.onExit()
                .thenRun(() -> Runtime.getRuntime().halt(0)));
        System.out.println(pack.port());
        pack.server.awaitTermination();
    }

    /**
     * Serves as for the engine, asks itself as the engine would, and ends: what a JVM archives of the classes that it used
     * in this ({@code -XX:ArchiveClassesAtExit}) is what a run will use.
     *
     * @param stack the stack instance
     * @param resources which the rules are asked about
     */
    public static void rehearse(PackSource source, String stack, List<Resource> resources) throws IOException {
        try (var pack = serve(source, LIMIT)) {
            Rehearsal.of(pack.port(), stack, resources);
        }
    }
}
