package cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which conditions are not kept, each for a reason that is recorded. */
final class Overrides {
    private static final String NAME = "--override";

    @Option(
            names = NAME,
            paramLabel = "CONDITION=REASON",
            description = "Go on although a condition does not hold; the reason is recorded. May be repeated.")
    Map<String, String> reasons = new TreeMap<>();

    /** Wrong usage where a reason says nothing. */
    void refuseEmpty(CommandSpec spec) {
        reasons.forEach((name, reason) -> {
            if (reason.isBlank()) {
                throw new ParameterException(
                        spec.commandLine(),
                        NAME + " " + name + ": has no reason; NAME=REASON; say why, it is recorded");
            }
        });
    }

    /** As they are given to another program of the project. */
    List<String> words() {
        var words = new ArrayList<String>();
        reasons.forEach((name, reason) -> words.addAll(List.of(NAME, name + "=" + reason)));
        return words;
    }
}
