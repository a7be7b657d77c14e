package engine;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Program and policy pack of a run, served by the command that starts it instead of by processes of their own. */
@FunctionalInterface
public interface Serving {
    /**
     * For one run.
     *
     * @param variables that are set for this run alone
     */
    Served start(Map<String, String> variables) throws IOException;

    /** None: the engine starts what the project's files name. */
    static Serving none() {
        return variables -> new Served() {
            @Override
            public List<String> words() {
                return List.of();
            }

            @Override
            public Map<String, String> variables() {
                return Map.of();
            }

            @Override
            public Optional<RuntimeException> fault() {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    /** While a run lasts. */
    interface Served extends AutoCloseable {
        /** What the engine's command is told besides. */
        List<String> words();

        /** What those are told that the engine starts. */
        Map<String, String> variables();

        /** The program's own fault, of which the engine knows only that there was one. */
        Optional<RuntimeException> fault();

        @Override
        void close();
    }
}
