package report;

import change.ChangeSet;
import change.Danger;
import change.Notice;
import change.PolicyResult;
import change.ResourceChange;
import change.ResourceDrift;
import difference.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** For a terminal: the danger first, then an object a line and a property a line below it. Nothing changed is one line. */
public final class TextReport {
    /** More lines of one object hide the next; whole it is in every other form. */
    private static final int FOLDED = 24;

    private final Palette palette;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private TextReport(Palette palette, int width) {
        this.palette = palette;
        this.width = width;
    }

    public static List<String> lines(ChangeSet set, Palette palette) {
        return lines(set, palette, Integer.MAX_VALUE);
    }

    /**
     * For a terminal of some width.
     *
     * @param width columns: a property's line that is longer is cut, for wrapped ones hide what is below
     */
    public static List<String> lines(ChangeSet set, Palette palette, int width) {
        var report = new TextReport(palette, width);
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
        set.notices().forEach(this::notice);
        set.refused()
                .forEach(change -> lines.add(palette.red("refused: " + FieldLines.clean(change.title())
                        + " is protected, and this would " + change.operation().key() + " it")));
        dangers(set.dangers());
        String stack = "";
        for (ResourceChange change : set.changes()) {
            if (!change.stack().equals(stack)) {
                stack = change.stack();
                lines.add(FieldLines.clean(stack));
            }
            resource(change);
        }
        drift(set.drift());
        set.remarks().forEach(remark -> lines.add(FieldLines.clean(remark)));
        set.policies().forEach(result -> lines.add(policy(result)));
        if (!set.hidden().isEmpty()) {
            lines.add(palette.faint("not shown: " + String.join(", ", Headline.hidden(set))));
        }
        lines.add(Headline.counts(set));
    }

    /** A message keeps its line breaks, and nothing else that would move a terminal's cursor. */
    private void notice(Notice notice) {
        String at = notice.resource().isEmpty() ? "" : notice.resource() + ": ";
        FieldLines.cleanLines("error: " + at + notice.message()).forEach(line -> lines.add(palette.red(line)));
    }

    private void dangers(List<Danger> dangers) {
        for (Danger danger : dangers) {
            lines.add(palette.red("danger: " + danger.rank().words() + ": ") + FieldLines.clean(danger.resource()) + " "
                    + FieldLines.clean(danger.what()));
            lines.add(palette.faint("        " + FieldLines.clean(danger.meaning())));
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
        lines.add(
                "  " + palette.signed(sign, sign + " " + FieldLines.clean(change.title())) + FieldLines.clean(detail));
        fields(change.properties());
    }

    private void drift(List<ResourceDrift> drift) {
        if (drift.isEmpty()) {
            return;
        }
        lines.add("changed by hand on the cluster");
        for (ResourceDrift each : drift) {
            String sign = each.gone() ? "+" : "~";
            lines.add("  " + palette.signed(sign, sign + " " + FieldLines.clean(each.title())) + ": "
                    + FieldLines.clean(Drift.words(each)));
            fields(each.properties());
        }
    }

    private void fields(List<FieldChange> fields) {
        var all = new ArrayList<String>();
        for (FieldChange field : fields) {
            var inOne = FieldLines.inOne(field);
            if (inOne.isPresent()) {
                all.add(cut("      " + inOne.get()));
                continue;
            }
            for (FieldLines line : FieldLines.of(field)) {
                String text = cut("      " + line.sign() + " " + line.text());
                all.add(line.sign() == ' ' ? text : palette.signed(String.valueOf(line.sign()), text));
            }
        }
        lines.addAll(all.subList(0, Math.min(FOLDED, all.size())));
        if (all.size() > FOLDED) {
            lines.add(
                    palette.faint("      ... " + (all.size() - FOLDED) + " more lines; whole with --format markdown"));
        }
    }

    private String cut(String line) {
        return line.length() <= width ? line : line.substring(0, width - 3) + "...";
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
        return FieldLines.clean("policy " + result.level() + ": [" + result.rule() + "] " + result.message());
    }
}
