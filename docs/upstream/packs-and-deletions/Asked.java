import com.google.protobuf.Empty;
import io.grpc.ServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.FileWriter;
import java.io.IOException;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.Plugin.PluginInfo;

/** A policy pack that forbids nothing, and writes down what it is asked about. */
public final class Asked extends AnalyzerGrpc.AnalyzerImplBase {
    private static final String FILE = System.getenv("ASKED");

    public static void main(String[] args) throws Exception {
        var server = ServerBuilder.forPort(0).addService(new Asked()).build().start();
        System.out.println(server.getPort());
        server.awaitTermination();
    }

    private static void write(String line) {
        try (var file = new FileWriter(FILE, true)) {
            file.write(line + "\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> void answer(StreamObserver<T> to, T with) {
        to.onNext(with);
        to.onCompleted();
    }

    @Override
    public void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> to) {
        write("Analyze " + request.getUrn());
        answer(to, AnalyzeResponse.getDefaultInstance());
    }

    @Override
    public void remediate(AnalyzeRequest request, StreamObserver<RemediateResponse> to) {
        answer(to, RemediateResponse.getDefaultInstance());
    }

    @Override
    public void analyzeStack(AnalyzeStackRequest request, StreamObserver<AnalyzeResponse> to) {
        request.getResourcesList().forEach(each -> write("AnalyzeStack " + each.getUrn()));
        answer(to, AnalyzeResponse.getDefaultInstance());
    }

    @Override
    public void getAnalyzerInfo(Empty request, StreamObserver<AnalyzerInfo> to) {
        answer(
                to,
                AnalyzerInfo.newBuilder()
                        .setName("asked")
                        .setVersion("1.0.0")
                        .addPolicies(PolicyInfo.newBuilder().setName("all"))
                        .build());
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> to) {
        answer(to, PluginInfo.newBuilder().setVersion("1.0.0").build());
    }

    @Override
    public void configure(ConfigureAnalyzerRequest request, StreamObserver<Empty> to) {
        answer(to, Empty.getDefaultInstance());
    }
}
