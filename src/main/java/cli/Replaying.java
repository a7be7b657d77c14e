package cli;

import engine.ProgramExit;
import engine.PulumiCommand;
import engine.Serving;
import engine.WrittenState;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import registration.Engine;
import registration.ProgramServer;
import registration.Registration;
import registration.Replay;
import target.RefusedException;
import toolchain.Program;

/** Serves an engine a program that registers what was gathered before, and no pack. */
final class Replaying implements Serving {
    private final Map<String, Registration> registrations;
    private final Consumer<Map<String, String>> before;

    private Replaying(Map<String, Registration> registrations, Consumer<Map<String, String>> before) {
        this.registrations = registrations;
        this.before = before;
    }

    static Replaying of(Map<String, Registration> registrations) {
        return new Replaying(registrations, variables -> {});
    }

    /** For a run that changes things: it refuses a state that is not the one that its variables name. */
    static Replaying on(PulumiCommand pulumi, Map<String, Registration> registrations) {
        return new Replaying(registrations, variables -> WrittenState.requireUnchanged(pulumi, variables));
    }

    private boolean run(Engine engine, Map<String, String> variables) {
        try {
            before.accept(variables);
        } catch (RefusedException refused) {
            engine.error(ProgramExit.REFUSED + refused.getMessage());
            return false;
        }
        return Replay.run(engine, registrations);
    }

    @Override
    public Served start(Map<String, String> variables) throws IOException {
        var server = ProgramServer.start(engine -> run(engine, variables), Program.PROVIDER_VERSION);
        return new Served() {
            @Override
            public List<String> words() {
                return List.of("--client", server.address());
            }

            @Override
            public Map<String, String> variables() {
                return Map.of();
            }

            @Override
            public Optional<RuntimeException> fault() {
                return server.fault();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }
}
