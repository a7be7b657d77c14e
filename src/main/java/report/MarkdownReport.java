package report;

import change.ChangeSet;
import change.Danger;
import change.Operation;
import change.ResourceChange;
import change.ResourceDrift;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** For a merge request: verdict, danger, a table of stacks, and each resource folded; within a number of bytes. */
public final class MarkdownReport {
    private static final int FIRST = 0;
    private static final int DANGEROUS = 1;
    private static final int OTHER = 2;

    /** Lines of an error that are shown. */
    private static final int MESSAGE = 40;

    /** Bytes for a comment at GitHub, which holds 65,536 characters; the rest is for a table over several environments. */
    static final int GITHUB = 60_000;

    /** Bytes for a note at GitLab, which holds 1,000,000 characters; a browser is slow long before. */
    static final int GITLAB = 400_000;

    private final ChangeSet set;
    private final List<Section> sections = new ArrayList<>();

    private MarkdownReport(ChangeSet set) {
        this.set = set;
    }

    /**
     * The whole of it, or as much as has its place.
     *
     * @param budget bytes that the whole may have; whole sections are left out, and named, where it has more
     */
    public static String of(ChangeSet set, int budget) {
        return new MarkdownReport(set).write(budget);
    }

    private String write(int budget) {
        if (set.quiet()) {
            return "### " + Md.text(Headline.of(set) + " in " + set.unchanged() + " resources") + "\n";
        }
        String head = "### " + Md.text(Headline.of(set)) + "\n\n" + Md.text(Headline.counts(set)) + "\n\n";
        notices();
        dangers();
        table();
        policies();
        drift();
        resources();
        remarks();
        return Section.fitted(head, sections, budget);
    }

    private void notices() {
        set.notices()
                .forEach(notice -> sections.add(new Section(
                        FIRST,
                        "error",
                        "**Error**" + (notice.resource().isEmpty() ? "" : " at " + Md.code(notice.resource())) + "\n\n"
                                + Md.block("text", lines(notice.message())) + "\n")));
        set.refused()
                .forEach(change -> sections.add(new Section(
                        FIRST,
                        change.title(),
                        "**Refused**: " + Md.code(change.title()) + " " + Md.text(change.refusal()) + "\n\n")));
    }

    /** A message keeps its line breaks; one without end would leave no place for anything else. */
    private static String lines(String message) {
        var lines = FieldLines.cleanLines(message);
        String some = lines.stream().limit(MESSAGE).map(FieldLines::cut).collect(Collectors.joining("\n"));
        return lines.size() <= MESSAGE ? some : some + "\n... (" + (lines.size() - MESSAGE) + " more lines)";
    }

    private void dangers() {
        if (set.dangers().isEmpty()) {
            return;
        }
        sections.add(new Section(FIRST, "danger", "#### Danger\n\n"));
        int number = 1;
        for (Danger danger : set.dangers()) {
            sections.add(new Section(
                    FIRST,
                    danger.resource(),
                    number + ". **" + Md.text(danger.rank().words()) + "**: " + Md.code(danger.resource()) + " "
                            + Md.text(danger.what()) + ". " + Md.text(sentence(danger.meaning())) + ".\n"));
            number++;
        }
        sections.add(new Section(FIRST, "danger", "\n"));
    }

    private static String sentence(String words) {
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private void table() {
        var stacks = new TreeSet<String>();
        set.changes().forEach(change -> stacks.add(change.stack()));
        set.drift().forEach(each -> stacks.add(each.stack()));
        if (stacks.isEmpty()) {
            return;
        }
        var rows = new StringBuilder(
                """
                | stack | create | update | replace | delete | by hand |
                |---|---:|---:|---:|---:|---:|
                """);
        for (String stack : stacks) {
            rows.append("| ").append(Md.text(stack));
            for (Operation operation :
                    List.of(Operation.CREATE, Operation.UPDATE, Operation.REPLACE, Operation.DELETE)) {
                long count = set.changes().stream()
                        .filter(change -> change.stack().equals(stack) && change.operation() == operation)
                        .count();
                rows.append(" | ").append(count == 0 ? "" : count);
            }
            long byHand = set.drift().stream()
                    .filter(each -> each.stack().equals(stack))
                    .count();
            rows.append(" | ").append(byHand == 0 ? "" : byHand).append(" |\n");
        }
        sections.add(new Section(FIRST, "table of stacks", rows + "\n"));
    }

    private void policies() {
        set.policies()
                .forEach(result -> sections.add(new Section(
                        result.stops() ? FIRST : OTHER,
                        "policy " + result.rule(),
                        "- policy **" + Md.text(result.level()) + "** " + Md.code(result.rule())
                                + (result.severity().isEmpty() ? "" : " (" + Md.text(result.severity()) + ")") + ": "
                                + Md.text(result.message()) + "\n")));
        if (!set.policies().isEmpty()) {
            sections.add(new Section(FIRST, "policies", "\n"));
        }
    }

    private void drift() {
        if (set.drift().isEmpty()) {
            return;
        }
        sections.add(new Section(FIRST, "drift", "#### Changed by hand on the cluster\n\n"));
        for (ResourceDrift each : set.drift()) {
            sections.add(new Section(
                    DANGEROUS,
                    each.title(),
                    Md.details(
                            "<code>" + (each.gone() ? "+ " : "~ ") + Md.html(each.title()) + "</code> "
                                    + Md.html(Drift.words(each)),
                            MarkdownChange.diff(each.properties()),
                            false)));
        }
    }

    private void resources() {
        if (set.changes().isEmpty()) {
            return;
        }
        Set<String> dangerous = new HashSet<>();
        set.dangers().forEach(danger -> dangerous.add(danger.resource()));
        sections.add(new Section(FIRST, "changes", "#### Changes\n\n"));
        for (ResourceChange change : set.changes()) {
            boolean first = dangerous.contains(change.title());
            sections.add(new Section(first ? DANGEROUS : OTHER, change.title(), MarkdownChange.of(change)));
        }
    }

    private void remarks() {
        if (!set.remarks().isEmpty()) {
            sections.add(new Section(
                    DANGEROUS,
                    "remarks",
                    set.remarks().stream()
                            .map(remark -> "- " + Md.text(remark) + "\n")
                            .collect(Collectors.joining("", "", "\n"))));
        }
        if (!set.hidden().isEmpty()) {
            sections.add(new Section(
                    FIRST, "hidden", Md.text("Not shown: " + String.join(", ", Headline.hidden(set)) + ".") + "\n\n"));
        }
        sections.add(new Section(FIRST, "provenance", "<sub>" + Md.text(Headline.provenance(set)) + "</sub>\n"));
    }
}
