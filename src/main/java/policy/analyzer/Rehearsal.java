package policy.analyzer;

import com.google.protobuf.Empty;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import policy.Resource;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;

/** Asks a pack's server what the engine asks, in its order. */
final class Rehearsal {
    private Rehearsal() {}

    static void of(int port, String stack, List<Resource> resources) {
        ManagedChannel channel = NettyChannelBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .usePlaintext()
                .build();
        try {
            ask(AnalyzerGrpc.newBlockingStub(channel), stack, resources);
        } finally {
            channel.shutdownNow();
        }
    }

    private static void ask(AnalyzerGrpc.AnalyzerBlockingStub pack, String stack, List<Resource> resources) {
        var unused = List.of(
                pack.handshake(AnalyzerHandshakeRequest.getDefaultInstance()),
                pack.configureStack(AnalyzerStackConfigureRequest.newBuilder()
                        .setStack(stack)
                        .setDryRun(true)
                        .build()),
                pack.getPluginInfo(Empty.getDefaultInstance()),
                pack.configure(ConfigureAnalyzerRequest.newBuilder()
                        .putAllPolicyConfig(
                                pack.getAnalyzerInfo(Empty.getDefaultInstance()).getInitialConfigMap())
                        .build()));
        var all = AnalyzeStackRequest.newBuilder();
        for (Resource resource : resources) {
            var properties = Wire.struct((Map<?, ?>) resource.properties().value(), new Masks());
            var request = AnalyzeRequest.newBuilder()
                    .setType(resource.type())
                    .setName(resource.name())
                    .setProperties(properties)
                    .build();
            unused = List.of(pack.remediate(request), pack.analyze(request));
            all.addResources(AnalyzerResource.newBuilder()
                    .setType(resource.type())
                    .setName(resource.name())
                    .setProperties(properties));
        }
        unused = List.of(pack.analyzeStack(all.build()));
    }
}
