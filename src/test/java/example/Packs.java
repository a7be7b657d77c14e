package example;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import policy.About;
import policy.FaultyPackException;
import policy.Given;
import policy.Level;
import policy.Pack;
import policy.Rule;
import policy.Run;
import policy.analyzer.PackServer;

/**
 * Policy packs of a project that knows nothing of the facility. A project has one; here are as many as upstream's
 * conformance tests have, under the same names, for each shows one thing that a pack can do.
 */
public final class Packs {
    private static final Set<String> YES = Set.of("yes");
    private static final String VALUE = "{\"value\": {\"type\": \"boolean\"}}";

    private Packs() {}

    /** @param args the pack's name */
    public static void main(String[] args) throws IOException, InterruptedException {
        PackServer.main(
                run -> Pack.of(args[0], "1.0.0", "What a pack can do: " + args[0], rules(args[0], run)),
                Duration.ofSeconds(2));
    }

    private static List<Rule> rules(String pack, Run run) {
        return switch (pack) {
            case "simple" -> List.of(
                    inputs("truthiness", Level.ADVISORY, Set.of("yes", "no"), it -> Optional.of(true)),
                    inputs("falsiness", Level.MANDATORY, Set.of("yes", "no"), it -> Optional.of(false)));
            case "dryrun" -> List.of(yes("dry", it -> it.run().dryRun() ? Optional.of(false) : Optional.empty()));
            case "config" -> List.of(
                    new InputIs(about("allowed", "yes is as the settings say").withSettings(VALUE), YES, Packs::value));
            case "config-schema" -> List.of(new Named());
            case "stack-config" -> stackConfig(run);
            case "enforcement-config" -> List.of(inputs("false", Level.ADVISORY, YES, it -> Optional.of(false)));
            case "remediate" -> List.of(new Fixup());
            case "invalid" -> List.of(yes("all", it -> Optional.of(true)));
            case "stack-tags" -> List.of(yes("allowed", it -> tag(it.run())));
            case "hangs" -> List.of(new Stuck(false));
            case "dies" -> List.of(new Stuck(true));
            default -> throw new FaultyPackException("there is no pack " + pack);
        };
    }

    /** The rule's very name follows the stack's configuration. */
    private static List<Rule> stackConfig(Run run) {
        String value = run.configuration().getOrDefault("example:value", "unset");
        return List.of(yes("validate-" + value, it -> Optional.of(Boolean.valueOf(value))));
    }

    private static Optional<Boolean> tag(Run run) {
        return Optional.ofNullable(run.tags().get("value")).map(Boolean::valueOf);
    }

    private static Rule yes(String id, Function<Given, Optional<Boolean>> agreed) {
        return inputs(id, Level.MANDATORY, YES, agreed);
    }

    private static Rule inputs(String id, Level level, Set<String> names, Function<Given, Optional<Boolean>> agreed) {
        return new InputIs(about(id, "inputs are as agreed").withLevel(level), names, agreed);
    }

    static About about(String id, String what) {
        return About.mandatory(id, what, "they were agreed so", "stash another");
    }

    static Optional<Boolean> value(Given given) {
        return Optional.of(given.settings().isTrue("value"));
    }
}
