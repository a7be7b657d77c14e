package provider;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/** What the engine calls. A preview never gets past {@code Diff}: creating and updating then send nothing. */
final class PluginService extends ResourceProviderImplBase {
    private final Plugin plugin;
    private Map<String, Kind> kinds;

    PluginService(Plugin plugin) {
        this.plugin = plugin;
        this.kinds = plugin.kinds();
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> to) {
        answer(to, () -> PluginInfo.newBuilder().setVersion(plugin.version()).build());
    }

    @Override
    public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> to) {
        answer(to, () -> GetSchemaResponse.newBuilder()
                .setSchema(Schema.json(plugin))
                .build());
    }

    @Override
    public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> to) {
        answer(to, () -> checked(request.getNews(), plugin.faults(Wire.plain(request.getNews()))));
    }

    @Override
    public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> to) {
        boolean same = Wire.plain(request.getOldInputs()).equals(Wire.plain(request.getNews()));
        var changes = same ? DiffResponse.DiffChanges.DIFF_NONE : DiffResponse.DiffChanges.DIFF_SOME;
        answer(to, () -> DiffResponse.newBuilder().setChanges(changes).build());
    }

    @Override
    public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> to) {
        answer(to, () -> {
            kinds = plugin.kinds(Wire.plain(request.getArgs()));
            return ConfigureResponse.newBuilder()
                    .setAcceptSecrets(true)
                    .setSupportsPreview(true)
                    .build();
        });
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> to) {
        answer(to, () -> {
            var news = Wire.plain(request.getNews());
            return checked(request.getNews(), Faults.of(kind(request.getUrn()).fields(), news));
        });
    }

    private static CheckResponse checked(Struct inputs, List<String> faults) {
        var response = CheckResponse.newBuilder().setInputs(inputs);
        for (String fault : faults) {
            response.addFailures(CheckFailure.newBuilder()
                    .setProperty(fault.substring(0, fault.indexOf(':')))
                    .setReason(fault));
        }
        return response.build();
    }

    @Override
    public void diff(DiffRequest request, StreamObserver<DiffResponse> to) {
        answer(
                to,
                () -> Difference.of(
                        kind(request.getUrn()), Wire.plain(request.getOlds()), Wire.plain(request.getNews())));
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> to) {
        answer(to, () -> {
            Kind kind = kind(request.getUrn());
            if (request.getPreview()) {
                return CreateResponse.newBuilder()
                        .setProperties(request.getProperties())
                        .build();
            }
            var made = kind.create(Wire.plain(request.getProperties()));
            return CreateResponse.newBuilder()
                    .setId(made.id())
                    .setProperties(Wire.struct(made.outputs(), kind))
                    .build();
        });
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> to) {
        answer(to, () -> {
            Kind kind = kind(request.getUrn());
            var found = kind.read(request.getId(), Wire.plain(request.getProperties()));
            if (found.isEmpty()) {
                return ReadResponse.getDefaultInstance();
            }
            var inputs = new TreeMap<>(found.get());
            inputs.keySet().retainAll(kind.fields().stream().map(Field::name).toList());
            return ReadResponse.newBuilder()
                    .setId(request.getId())
                    .setProperties(Wire.struct(found.get(), kind))
                    .setInputs(Wire.struct(inputs, kind))
                    .build();
        });
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<UpdateResponse> to) {
        answer(to, () -> {
            Kind kind = kind(request.getUrn());
            if (request.getPreview()) {
                return UpdateResponse.newBuilder()
                        .setProperties(request.getNews())
                        .build();
            }
            var outputs = kind.update(request.getId(), Wire.plain(request.getNews()));
            return UpdateResponse.newBuilder()
                    .setProperties(Wire.struct(outputs, kind))
                    .build();
        });
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<Empty> to) {
        answer(to, () -> {
            kind(request.getUrn()).delete(request.getId(), Wire.plain(request.getProperties()));
            return Empty.getDefaultInstance();
        });
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> to) {
        plugin.cancel();
        answer(to, Empty::getDefaultInstance);
    }

    /** The type stands in the URN, after the types of its parents: {@code urn:pulumi:dev::facility::a$b::name}. */
    private Kind kind(String urn) {
        String types = urn.split("::", -1)[2];
        String type = types.substring(types.lastIndexOf('$') + 1);
        Kind kind = kinds.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(
                    "there is no resource " + type + "; there are " + String.join(", ", new TreeMap<>(kinds).keySet()));
        }
        return kind;
    }

    private static <T> void answer(StreamObserver<T> to, Supplier<T> work) {
        try {
            to.onNext(work.get());
            to.onCompleted();
        } catch (ResourceFailure failure) {
            to.onError(Status.UNKNOWN.withDescription(failure.getMessage()).asRuntimeException());
        } catch (IllegalArgumentException wrong) {
            to.onError(
                    Status.INVALID_ARGUMENT.withDescription(wrong.getMessage()).asRuntimeException());
        } catch (RuntimeException fault) {
            // Its trace may hold values: only where it happened is told.
            StackTraceElement[] trace = fault.getStackTrace();
            to.onError(Status.INTERNAL
                    .withDescription("a fault of this provider: "
                            + fault.getClass().getSimpleName() + " at " + (trace.length == 0 ? "?" : trace[0]))
                    .asRuntimeException());
        }
    }
}
