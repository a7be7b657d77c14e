package registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private final Map<String, CompletableFuture<Engine.Registered>> asked =
            Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<String> told = new ArrayList<>();
    private final Engine engine = new Slow();

    /** Answers when the test does. */
    private final class Slow implements Engine {
        @Override
        public Settings settings() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Registered> register(Registration resource) {
            var answer = new CompletableFuture<Registered>();
            asked.put(resource.name(), answer);
            return answer;
        }

        @Override
        public CompletableFuture<Void> outputs(String urn, Struct outputs) {
            told.add("outputs of " + urn);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void finish() {
            told.add("finished");
        }

        @Override
        public void error(String message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private static Map<String, Registration> gathered() {
        var gathered = new LinkedHashMap<String, Registration>();
        gathered.put("root", Registration.component("pulumi:pulumi:Stack", "root", ""));
        gathered.put("p", made("p", "", List.of()));
        gathered.put("a", made("a", "p::1", List.of()));
        gathered.put("b", made("b", "p::1", List.of("a")));
        return gathered;
    }

    private static Registration made(String name, String provider, List<String> dependencies) {
        return new Registration(
                "t", name, "root", true, provider, "", Struct.getDefaultInstance(), dependencies, Removal.DELETED);
    }

    private void awaitAsked(String name) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!asked.containsKey(name)) {
            assertThat(System.nanoTime()).as("asked for " + name).isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private void answer(String name, boolean succeeded) {
        asked.get(name).complete(new Engine.Registered(name, "", succeeded));
    }

    @Test
    void each_waits_for_what_it_names() throws Exception {
        var run = CompletableFuture.supplyAsync(() -> Replay.run(engine, gathered()));
        for (String name : List.of("root", "p", "a", "b")) {
            awaitAsked(name);
            assertThat(asked.keySet().stream().reduce((first, last) -> last)).contains(name);
            answer(name, true);
        }
        assertThat(run.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(told).containsExactly("outputs of root", "finished");
    }

    @Test
    void one_that_the_engine_gave_up_on_is_said() {
        var run = CompletableFuture.supplyAsync(() -> Replay.run(engine, gathered()));
        for (String name : List.of("root", "p", "a", "b")) {
            awaitAsked(name);
            answer(name, !name.equals("b"));
        }
        assertThat(run.orTimeout(10, TimeUnit.SECONDS).join()).isFalse();
        assertThat(told).doesNotContain("finished");
    }

    @Test
    void what_leans_on_one_that_it_gave_up_on_is_not_tried() {
        var run = CompletableFuture.supplyAsync(() -> Replay.run(engine, gathered()));
        for (String name : List.of("root", "p", "a")) {
            awaitAsked(name);
            answer(name, !name.equals("a"));
        }
        assertThat(run.orTimeout(10, TimeUnit.SECONDS).join()).isFalse();
        assertThat(asked).doesNotContainKey("b");
    }

    @Test
    void an_engine_that_hangs_up_has_said_why() {
        var run = CompletableFuture.supplyAsync(() -> Replay.run(engine, gathered()));
        awaitAsked("root");
        asked.get("root").completeExceptionally(Status.UNAVAILABLE.asRuntimeException());
        assertThat(run.orTimeout(10, TimeUnit.SECONDS).join()).isFalse();
    }
}
