package report;

import change.ChangeSet;
import change.Danger;
import change.Operation;
import change.PolicyResult;
import change.ResourceChange;
import change.ResourceDrift;
import com.fasterxml.jackson.databind.JsonNode;
import difference.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the page's template is filled with; the names are the template's. */
final class HtmlView {
    /** Longer values are cut even here. */
    private static final int LONGEST = 4_000;

    final String title;
    final String verdict;
    final boolean passes;
    final String counts;
    final String provenance;
    final String hidden;
    final List<DangerRow> dangers;
    final List<NoticeRow> notices;
    final List<PolicyRow> policies;
    final List<String> remarks;
    final List<CapacityBar> capacity;
    final List<DriftRow> drift;
    final List<ResourceRow> resources;
    final List<String> stacks;
    final List<String> operations;

    record DangerRow(String rank, String words, String resource, String what, String meaning) {}

    record NoticeRow(String resource, String message) {}

    record PolicyRow(String level, String rule, String severity, String message) {}

    record DriftRow(String sign, String title, String stack, String words, List<FieldRow> fields) {}

    record ResourceRow(
            String operation,
            String sign,
            String title,
            String stack,
            String note,
            boolean dangerous,
            List<FieldRow> fields,
            String whole) {}

    record FieldRow(String path, String before, String after, boolean added, boolean removed) {}

    private HtmlView(ChangeSet set) {
        title = Headline.of(set);
        verdict = set.verdict().key();
        passes = set.verdict().passes();
        counts = Headline.counts(set);
        provenance = Headline.provenance(set);
        hidden = String.join(", ", Headline.hidden(set));
        dangers = set.dangers().stream().map(HtmlView::danger).toList();
        notices = new ArrayList<>();
        set.notices()
                .forEach(notice ->
                        notices.add(new NoticeRow(FieldLines.clean(notice.resource()), cleanLines(notice.message()))));
        set.refused().forEach(change -> notices.add(new NoticeRow(change.title(), "refused: it " + change.refusal())));
        policies = set.policies().stream().map(HtmlView::policy).toList();
        remarks = set.remarks().stream().map(FieldLines::clean).toList();
        capacity = set.capacity().stream()
                .sorted((one, other) -> Boolean.compare(other.changes(), one.changes()))
                .map(CapacityBar::of)
                .toList();
        drift = set.drift().stream().map(HtmlView::drift).toList();
        var dangerous = new TreeSet<String>();
        set.dangers().forEach(each -> dangerous.add(each.resource()));
        resources = set.changes().stream()
                .map(change -> resource(change, dangerous.contains(change.title())))
                .toList();
        stacks = resources.stream().map(ResourceRow::stack).distinct().sorted().toList();
        operations = resources.stream().map(ResourceRow::operation).distinct().toList();
    }

    static HtmlView of(ChangeSet set) {
        return new HtmlView(set);
    }

    private static DangerRow danger(Danger danger) {
        return new DangerRow(
                danger.rank().key(),
                danger.rank().words(),
                FieldLines.clean(danger.resource()),
                FieldLines.clean(danger.what()),
                FieldLines.clean(danger.meaning()));
    }

    private static PolicyRow policy(PolicyResult result) {
        return new PolicyRow(result.level(), result.rule(), result.severity(), FieldLines.clean(result.message()));
    }

    private static DriftRow drift(ResourceDrift drift) {
        return new DriftRow(
                drift.gone() ? "-" : "~",
                FieldLines.clean(drift.title()),
                drift.stack(),
                FieldLines.clean(Drift.words(drift)),
                drift.properties().stream().map(HtmlView::field).toList());
    }

    private static ResourceRow resource(ResourceChange change, boolean dangerous) {
        Optional<JsonNode> whole =
                switch (change.operation()) {
                    case CREATE -> change.after();
                    case DELETE -> change.before();
                    default -> Optional.empty();
                };
        String reasons =
                change.replaceReasons().isEmpty() ? "" : "made anew for " + String.join(", ", change.replaceReasons());
        return new ResourceRow(
                change.operation().key(),
                change.operation().sign(),
                FieldLines.clean(change.title()),
                change.stack(),
                change.operation() == Operation.PROTECTION
                        ? (change.isProtected() ? "protected from now on" : "protected no longer")
                        : FieldLines.clean(reasons),
                dangerous,
                change.properties().stream().map(HtmlView::field).toList(),
                whole.map(object -> String.join("\n", ObjectLines.of(object))).orElse(""));
    }

    private static FieldRow field(FieldChange field) {
        return new FieldRow(
                FieldLines.clean(field.path()),
                field.before().map(HtmlView::value).orElse(""),
                field.after().map(HtmlView::value).orElse(""),
                field.before().isEmpty(),
                field.after().isEmpty());
    }

    /** A text of several lines keeps them. */
    private static String value(JsonNode value) {
        return value.isTextual() && value.asText().contains("\n")
                ? cleanLines(value.asText())
                : FieldLines.cut(FieldLines.whole(value), LONGEST);
    }

    private static String cleanLines(String text) {
        return String.join("\n", FieldLines.cleanLines(text));
    }
}
