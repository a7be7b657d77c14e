package report;

import change.ChangeSet;
import change.Danger;
import change.PolicyResult;
import change.ResourceChange;
import change.ResourceDrift;
import difference.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** For a terminal: the danger first, then an object a line and a property a line below it. Nothing changed is one line. */
public final class TextReport {
    private final Palette palette;
    private final List<String> lines = new ArrayList<>();

    private TextReport(Palette palette) {
        this.palette = palette;
    }

    public static List<String> lines(ChangeSet set, Palette palette) {
        var report = new TextReport(palette);
        report.write(set);
        return report.lines;
    }

    static String of(ChangeSet set, Palette palette) {
        return lines(set, palette).stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private void write(ChangeSet set) {
        if (set.quiet()) {
            lines.add(Headline.of(set) + " in " + set.unchanged() + " resources");
            return;
        }
        lines.add(palette.bold(Headline.of(set)));
        set.notices()
                .forEach(notice -> lines.add(palette.red(
                        "error: " + (notice.resource().isEmpty() ? "" : notice.resource() + ": ") + notice.message())));
        set.refused()
                .forEach(change -> lines.add(palette.red("refused: " + change.title() + " is protected, and this would "
                        + change.operation().key() + " it")));
        dangers(set.dangers());
        String stack = "";
        for (ResourceChange change : set.changes()) {
            if (!change.stack().equals(stack)) {
                stack = change.stack();
                lines.add(stack);
            }
            resource(change);
        }
        drift(set.drift());
        set.remarks().forEach(lines::add);
        set.policies().forEach(result -> lines.add(policy(result)));
        if (!set.hidden().isEmpty()) {
            lines.add(palette.faint("not shown: " + String.join(", ", Headline.hidden(set))));
        }
        lines.add(Headline.counts(set));
    }

    private void dangers(List<Danger> dangers) {
        for (Danger danger : dangers) {
            lines.add(palette.red("danger: " + danger.rank().words() + ": ") + danger.resource() + " "
                    + FieldLines.clean(danger.what()));
            lines.add(palette.faint("        " + danger.meaning()));
        }
    }

    private void resource(ResourceChange change) {
        String sign = change.operation().sign();
        String reasons = change.replaceReasons().isEmpty() ? "" : " for " + String.join(", ", change.replaceReasons());
        String detail =
                switch (change.operation()) {
                    case REPLACE -> " (replace" + reasons + ")";
                    case PROTECTION -> change.isProtected() ? " (protected from now on)" : " (protected no longer)";
                    case IMPORT -> " (import)";
                    default -> "";
                };
        lines.add("  " + palette.signed(sign, sign + " " + change.title()) + detail);
        fields(change.properties());
    }

    private void drift(List<ResourceDrift> drift) {
        if (drift.isEmpty()) {
            return;
        }
        lines.add("changed by hand on the cluster");
        for (ResourceDrift each : drift) {
            String sign = each.gone() ? "+" : "~";
            lines.add("  " + palette.signed(sign, sign + " " + each.title()) + ": " + Drift.words(each));
            fields(each.properties());
        }
    }

    private void fields(List<FieldChange> fields) {
        for (FieldChange field : fields) {
            var inOne = FieldLines.inOne(field);
            if (inOne.isPresent()) {
                lines.add("      " + inOne.get());
                continue;
            }
            for (FieldLines line : FieldLines.of(field)) {
                String text = "      " + line.sign() + " " + line.text();
                lines.add(line.sign() == ' ' ? text : palette.signed(String.valueOf(line.sign()), text));
            }
        }
    }

    private String policy(PolicyResult result) {
        return result.stops() ? palette.red(line(result)) : line(result);
    }

    /** How much changes, in a line: {@code 3 create, 1 update, 226 unchanged}. */
    public static String counts(ChangeSet set) {
        return Headline.counts(set);
    }

    /** A rule's finding as a line. */
    public static String line(PolicyResult result) {
        return "policy " + result.level() + ": [" + result.rule() + "] " + result.message();
    }
}
