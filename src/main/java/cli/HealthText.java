package cli;

import health.Finding;
import health.Health;
import health.Outcome;
import health.Spawned;
import health.StackHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A health for a terminal: a line a stack, then what is red, then what nobody could be asked. */
final class HealthText {
    private HealthText() {}

    static List<String> lines(Health health) {
        var lines = new ArrayList<String>();
        int width = health.stacks().stream()
                .mapToInt(stack -> stack.stack().length())
                .max()
                .orElse(0);
        for (StackHealth stack : health.stacks()) {
            lines.add(String.format(
                            "%-4s %-" + Math.max(width, 1) + "s  %3d green%s%s",
                            stack.count(Outcome.RED) > 0 ? "RED" : "ok",
                            stack.stack(),
                            stack.count(Outcome.GREEN),
                            counted(stack.count(Outcome.RED), " red"),
                            counted(stack.count(Outcome.NOT_ASKED), " not asked"))
                    .stripTrailing());
        }
        health.red().forEach(finding -> lines.add("red: " + finding));
        health.notAsked().stream()
                .map(Finding::toString)
                .map("not asked: "::concat)
                .forEach(lines::add);
        health.spawn().flatMap(HealthText::spawned).ifPresent(lines::add);
        lines.add(summary(health));
        return lines;
    }

    /** What is green has no line of its own, but this is what somebody waited for. */
    private static Optional<String> spawned(Spawned spawned) {
        return spawned.finding().outcome() == Outcome.GREEN
                ? spawned.ready()
                        .map(ready -> spawned.finding() + ": ready after " + ready.toSeconds() + " s, and gone after "
                                + spawned.whole().toSeconds() + " s")
                : Optional.empty();
    }

    static String summary(Health health) {
        return health.environment() + " on " + health.target() + " is " + (health.healthy() ? "healthy" : "not healthy")
                + ": " + health.count(Outcome.GREEN) + " green"
                + counted(health.red().size(), " red")
                + counted(health.count(Outcome.NOT_ASKED), " not asked");
    }

    private static String counted(long count, String what) {
        return count == 0 ? "" : ", " + count + what;
    }
}
