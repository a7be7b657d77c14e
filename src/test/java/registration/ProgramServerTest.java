package registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.Language.GetRequiredPackagesRequest;
import pulumirpc.Language.RunRequest;
import pulumirpc.Language.RunResponse;
import pulumirpc.LanguageRuntimeGrpc;
import registration.Engine.Settings;

/** Calls it as the engine does one whose address it was given. */
class ProgramServerTest {
    private RehearsedMonitor engine;

    @BeforeEach
    void start() throws IOException {
        engine = RehearsedMonitor.start();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void a_program_gets_what_the_engine_says_and_registers() throws Exception {
        var told = new AtomicReference<Settings>();
        var urn = new AtomicReference<String>();
        RunResponse response = run(engine -> {
            told.set(engine.settings());
            urn.set(engine.register(Registration.component("facility:stacks:Gpu", "gpu", ""))
                    .join()
                    .urn());
            return true;
        });
        assertThat(response).isEqualTo(RunResponse.getDefaultInstance());
        assertThat(told.get().environment()).isEqualTo("dev");
        assertThat(told.get().dryRun()).isTrue();
        assertThat(told.get().configuration()).isEqualTo(Map.of("facility:hub", "{}"));
        assertThat(urn.get()).endsWith("::facility:stacks:Gpu::gpu");
    }

    @Test
    void a_program_that_told_the_engine_why_only_bails_out() throws Exception {
        RunResponse response = run(engine -> false);
        assertThat(response.getBail()).isTrue();
        assertThat(response.getError()).isEmpty();
    }

    @Test
    void a_programs_own_fault_is_kept_whole_and_the_engine_learns_only_that_there_was_one() throws Exception {
        try (var server = ProgramServer.start(
                engine -> {
                    throw new IllegalStateException("the password is hunter2");
                },
                "4.25.0")) {
            RunResponse response = call(server);
            assertThat(response.getError()).isEqualTo("the program failed: IllegalStateException");
            assertThat(response.getBail()).isFalse();
            assertThat(server.fault()).get().extracting(Throwable::getMessage).isEqualTo("the password is hunter2");
        }
    }

    @Test
    void a_run_that_the_engine_gives_up_ends_the_program_and_leaves_no_fault() throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new CompletableFuture<Boolean>();
        try (var server = ProgramServer.start(
                engine -> {
                    begun.countDown();
                    while (!Context.current().isCancelled()) {
                        Thread.onSpinWait();
                    }
                    ended.complete(true);
                    return false;
                },
                "4.25.0")) {
            ManagedChannel channel = channel(server);
            try {
                var run = LanguageRuntimeGrpc.newFutureStub(channel).run(request());
                begun.await();
                run.cancel(true);
                assertThat(ended.get(10, TimeUnit.SECONDS)).isTrue();
                assertThat(server.fault()).isEmpty();
            } finally {
                channel.shutdownNow();
            }
        }
    }

    @Test
    void an_error_of_the_jvm_ends_the_run_as_well() throws Exception {
        try (var server = ProgramServer.start(
                engine -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                "4.25.0")) {
            assertThat(call(server).getError()).isEqualTo("the program failed: OutOfMemoryError");
            assertThat(server.fault()).get().extracting(Throwable::getCause).isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void the_provider_for_kubernetes_is_the_one_package_that_is_required() throws Exception {
        try (var server = ProgramServer.start(engine -> true, "4.25.0")) {
            ManagedChannel channel = channel(server);
            try {
                var required = LanguageRuntimeGrpc.newBlockingStub(channel)
                        .getRequiredPackages(GetRequiredPackagesRequest.getDefaultInstance());
                assertThat(required.getPackagesList())
                        .extracting(each -> each.getKind() + " " + each.getName() + " " + each.getVersion())
                        .containsExactly("resource kubernetes 4.25.0");
            } finally {
                channel.shutdownNow();
            }
        }
    }

    private RunResponse run(ProgramServer.Program program) throws Exception {
        try (var server = ProgramServer.start(program, "4.25.0")) {
            RunResponse response = call(server);
            assertThat(server.fault()).isEmpty();
            return response;
        }
    }

    private RunResponse call(ProgramServer server) {
        ManagedChannel channel = channel(server);
        try {
            return LanguageRuntimeGrpc.newBlockingStub(channel).run(request());
        } finally {
            channel.shutdownNow();
        }
    }

    private RunRequest request() {
        var told = engine.settings("dev");
        return RunRequest.newBuilder()
                .setProject(told.project())
                .setStack(told.environment())
                .setDryRun(told.dryRun())
                .setMonitorAddress(told.monitor())
                .addArgs(told.engine())
                .putConfig("facility:hub", "{}")
                .build();
    }

    private static ManagedChannel channel(ProgramServer server) {
        return ManagedChannelBuilder.forTarget(server.address()).usePlaintext().build();
    }
}
