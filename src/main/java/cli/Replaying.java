package cli;

import engine.Serving;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import registration.ProgramServer;
import registration.Registration;
import registration.Replay;
import toolchain.Program;

/** Serves an engine a program that registers what was gathered before, and no pack. */
final class Replaying implements Serving {
    private final Map<String, Registration> registrations;

    Replaying(Map<String, Registration> registrations) {
        this.registrations = registrations;
    }

    @Override
    public Served start(Map<String, String> variables) throws IOException {
        var server = ProgramServer.start(engine -> Replay.run(engine, registrations), Program.PROVIDER_VERSION);
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
