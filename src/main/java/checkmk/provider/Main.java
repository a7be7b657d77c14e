package checkmk.provider;

import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The plug-in that the engine starts: serves on loopback, says on which port, and ends with whoever started it. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new CheckmkProvider())
                .maxInboundMessageSize(400 * 1024 * 1024)
                .build()
                .start();
        // The engine ends its plug-ins; when it was killed itself, nobody would.
        var unused = ProcessHandle.current().parent().map(parent -> parent.onExit()
                .thenRun(() -> Runtime.getRuntime().halt(0)));
        System.out.println(server.getPort());
        server.awaitTermination();
    }
}
