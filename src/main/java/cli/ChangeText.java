package cli;

import engine.Changes;
import engine.EngineEvent.Diagnostic;
import engine.EngineEvent.Policy;
import engine.EngineEvent.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Changes as lines for a terminal: one a step, what is refused first. */
final class ChangeText {
    private ChangeText() {}

    static List<String> of(Changes changes) {
        var lines = new ArrayList<String>();
        changes.refused()
                .forEach(step -> lines.add(
                        "refused: " + title(step) + " is protected, and this would " + step.operation() + " it"));
        for (Step step : changes.steps()) {
            lines.add(sign(step) + " " + title(step) + detail(step));
        }
        for (Diagnostic error : changes.errors()) {
            lines.add("error: " + (error.urn().isEmpty() ? "" : nameOf(error.urn()) + ": ") + error.message());
        }
        lines.addAll(policies(changes));
        if (changes.none() && changes.errors().isEmpty()) {
            lines.add("no changes");
        } else if (!changes.operations().isEmpty()) {
            lines.add(counts(changes));
        }
        return lines;
    }

    /** What policies found, the worst first. */
    static List<String> policies(Changes changes) {
        return changes.policies().stream()
                .sorted(Comparator.comparing(
                                (Policy policy) -> policy.enforcement().equals("mandatory") ? 0 : 1)
                        .thenComparing(Policy::message)
                        .thenComparing(Policy::name))
                .map(policy -> "policy " + policy.enforcement() + ": [" + policy.name() + "] " + policy.message())
                .distinct()
                .toList();
    }

    static String title(Step step) {
        return kind(step.type()) + " " + step.name();
    }

    private static String kind(String type) {
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private static String nameOf(String urn) {
        String[] parts = urn.split("::", -1);
        return parts.length < 4 ? urn : kind(parts[2]) + " " + parts[3];
    }

    private static String sign(Step step) {
        return switch (step.operation()) {
            case "create" -> "+";
            case "delete" -> "-";
            case "update" -> "~";
            default -> "!";
        };
    }

    private static String detail(Step step) {
        if (step.operation().equals("update")) {
            return ": " + String.join(", ", step.changed());
        }
        boolean plain = step.operation().equals("create") || step.operation().equals("delete");
        return plain
                ? ""
                : " (" + step.operation()
                        + (step.replaceReasons().isEmpty() ? "" : " for " + String.join(", ", step.replaceReasons()))
                        + ")";
    }

    private static String counts(Changes changes) {
        var words = new ArrayList<String>();
        changes.operations()
                .forEach((operation, count) -> words.add(String.format(
                        Locale.ROOT, "%d %s", count, operation.equals("same") ? "unchanged" : operation)));
        return String.join(", ", words);
    }
}
