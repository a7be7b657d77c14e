package policy.analyzer;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;

/**
 * A resource that the engine asks to have mended, as it came: it asks for each, and reading them all would cost as much as
 * reading those that rules judge, for nothing where no rule mends.
 *
 * @param message an {@link AnalyzeRequest}
 */
record UnreadRemediation(ByteString message) {
    AnalyzeRequest read() {
        try {
            return AnalyzeRequest.parseFrom(message);
        } catch (InvalidProtocolBufferException notOfTheEngine) {
            throw new UncheckedIOException(notOfTheEngine);
        }
    }

    /** The service, whose remediation takes its requests unread. */
    static ServerServiceDefinition in(AnalyzerService service) {
        var remediate = AnalyzerGrpc.getRemediateMethod();
        ServerServiceDefinition read = service.bindService();
        var unread = ServerServiceDefinition.builder(AnalyzerGrpc.SERVICE_NAME);
        for (ServerMethodDefinition<?, ?> method : read.getMethods()) {
            if (!method.getMethodDescriptor().getFullMethodName().equals(remediate.getFullMethodName())) {
                unread.addMethod(method);
            }
        }
        return unread.addMethod(
                        remediate.toBuilder(new Bytes(), remediate.getResponseMarshaller())
                                .build(),
                        ServerCalls.asyncUnaryCall(service::remediate))
                .build();
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<UnreadRemediation> {
        @Override
        public InputStream stream(UnreadRemediation request) {
            return request.message().newInput();
        }

        @Override
        public UnreadRemediation parse(InputStream request) {
            try {
                return new UnreadRemediation(ByteString.readFrom(request));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
