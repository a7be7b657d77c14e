package provider;

import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** What the engine starts: serves a plug-in on loopback, says on which port, and ends with whoever started it. */
public final class PluginServer {
    /** As much as the engine itself takes. */
    private static final int MESSAGE_BYTES = 400 * 1024 * 1024;

    private PluginServer() {}

    public static void serve(Plugin plugin) throws IOException, InterruptedException {
        var server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new PluginService(plugin))
                .maxInboundMessageSize(MESSAGE_BYTES)
                .build()
                .start();
        // The engine ends its plug-ins; when it was killed itself, nobody would.
        var unused = ProcessHandle.current().parent().map(parent -> parent.onExit()
                .thenRun(() -> Runtime.getRuntime().halt(0)));
        System.out.println(server.getPort());
        server.awaitTermination();
    }
}
