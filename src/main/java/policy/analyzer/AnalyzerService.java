package policy.analyzer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Empty;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import policy.FaultyPackException;
import policy.Judge;
import policy.Pack;
import policy.PackSource;
import policy.Rule;
import policy.RuleFailedException;
import policy.RuleSettings;
import policy.Run;
import policy.SettingsSchema;
import pulumirpc.AnalyzerGrpc.AnalyzerImplBase;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureResponse;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.Plugin.PluginInfo;

/** What the engine calls: who is asked, with which settings, about which resource; and at last about all. */
final class AnalyzerService extends AnalyzerImplBase implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PackSource source;
    private final TimeLimit time;
    private volatile Run run = Run.without("", "");
    private volatile Pack pack;

    AnalyzerService(PackSource source, Duration limit) {
        this.source = source;
        this.time = new TimeLimit(limit);
    }

    @Override
    public void handshake(AnalyzerHandshakeRequest request, StreamObserver<AnalyzerHandshakeResponse> to) {
        answer(to, AnalyzerHandshakeResponse::getDefaultInstance);
    }

    @Override
    public void configureStack(
            AnalyzerStackConfigureRequest request, StreamObserver<AnalyzerStackConfigureResponse> to) {
        answer(to, () -> {
            run = new Run(
                    request.getProject(),
                    request.getStack(),
                    request.getOrganization(),
                    request.getDryRun(),
                    request.getConfigMap(),
                    Set.copyOf(request.getConfigSecretKeysList()),
                    request.getTagsMap());
            pack = source.of(run);
            return AnalyzerStackConfigureResponse.getDefaultInstance();
        });
    }

    @Override
    public void getAnalyzerInfo(Empty request, StreamObserver<AnalyzerInfo> to) {
        answer(to, () -> Messages.info(pack()));
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> to) {
        answer(to, () -> PluginInfo.newBuilder().setVersion(pack().version()).build());
    }

    @Override
    public void configure(ConfigureAnalyzerRequest request, StreamObserver<Empty> to) {
        answer(to, () -> {
            var settings = new TreeMap<String, RuleSettings>();
            var faults = new ArrayList<String>();
            request.getPolicyConfigMap().forEach((id, config) -> configure(id, config, settings, faults));
            if (!faults.isEmpty()) {
                throw new FaultyPackException(String.join("\n", faults));
            }
            pack = pack().with(settings);
            return Empty.getDefaultInstance();
        });
    }

    private void configure(String id, PolicyConfig config, Map<String, RuleSettings> settings, List<String> faults) {
        Optional<Rule> rule = pack().rule(id);
        if (rule.isEmpty()) {
            faults.add(id + ": there is no such rule; there are " + String.join(", ", pack().ids())
                    + "; correct the name");
            return;
        }
        if (config.equals(Messages.config(pack().settings().get(id)))) {
            // What the pack said itself, and the engine only repeats: whoever made the pack has judged it.
            return;
        }
        var schema = SettingsSchema.of(rule.get().about());
        JsonNode written = JSON.valueToTree(
                new Wire(new Masks()).node(config.getProperties()).value());
        schema.misfits(written)
                .forEach(misfit -> faults.add(id + (misfit.path().isEmpty() ? "" : "." + misfit.path()) + ": "
                        + misfit.what() + "; its settings are " + String.join(", ", schema.names())
                        + "; correct the configuration"));
        settings.put(id, new RuleSettings(Messages.level(config.getEnforcementLevel()), schema.filled(written)));
    }

    @Override
    public void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> to) {
        later(to, asked -> {
            var masks = new Masks();
            var resource = Requests.resource(request, masks);
            var judged = new Judge(pack(), run, asked).resource(resource);
            return Messages.response(pack(), judged, request.getUrn(), masks);
        });
    }

    @Override
    public void analyzeStack(AnalyzeStackRequest request, StreamObserver<AnalyzeResponse> to) {
        later(to, asked -> {
            var masks = new Masks();
            var resources = Requests.resources(request, masks);
            var judged = new Judge(pack(), run, asked).stack(resources);
            return Messages.response(pack(), judged, "", masks);
        });
    }

    void remediate(UnreadRemediation request, StreamObserver<RemediateResponse> to) {
        guarded(to, () -> {
            var remedies = new Remedies(pack(), run);
            if (remedies.none()) {
                // The engine asks for each resource, whatever the pack said of itself.
                to.onNext(RemediateResponse.getDefaultInstance());
                to.onCompleted();
                return;
            }
            later(to, asked -> {
                var masks = new Masks();
                return remedies.of(Requests.resource(request.read(), masks), masks, asked);
            });
        });
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> to) {
        time.cancel();
        answer(to, Empty::getDefaultInstance);
    }

    /** The engine configures the stack first; a tool that only asks what the pack is does not. */
    private Pack pack() {
        if (pack == null) {
            pack = source.of(run);
        }
        return pack;
    }

    @Override
    public void close() {
        time.close();
    }

    /** By a thread of its own: a rule that hangs must not keep the engine's {@code cancel} from being heard. */
    private <T> void later(StreamObserver<T> to, TimeLimit.Work<T> work) {
        guarded(to, () -> {
            var unused = time.of(work).whenComplete((answer, fault) -> {
                if (fault == null) {
                    to.onNext(answer);
                    to.onCompleted();
                } else {
                    to.onError(told(fault));
                }
            });
        });
    }

    private static <T> void answer(StreamObserver<T> to, Supplier<T> work) {
        guarded(to, () -> {
            to.onNext(work.get());
            to.onCompleted();
        });
    }

    /** What fails is told to the engine, whatever it is. */
    private static <T> void guarded(StreamObserver<T> to, Runnable work) {
        // An engine that has given the run up wants no answer; without this, giving one fails.
        ((ServerCallStreamObserver<T>) to).setOnCancelHandler(() -> {});
        try {
            work.run();
        } catch (RuntimeException fault) {
            to.onError(told(fault));
        }
    }

    private static RuntimeException told(Throwable fault) {
        if (fault instanceof FaultyPackException || fault instanceof RuleFailedException) {
            return Status.FAILED_PRECONDITION
                    .withDescription(fault.getMessage())
                    .asRuntimeException();
        }
        if (fault instanceof CancellationException) {
            return Status.CANCELLED.withDescription("cancelled").asRuntimeException();
        }
        // Its words may hold values: only where it happened is told.
        StackTraceElement[] trace = fault.getStackTrace();
        return Status.INTERNAL
                .withDescription("a fault of the policy runtime: "
                        + fault.getClass().getSimpleName() + " at " + (trace.length == 0 ? "?" : trace[0]))
                .asRuntimeException();
    }
}
