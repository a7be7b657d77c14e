package report;

import change.Operation;
import change.ResourceChange;
import difference.FieldChange;
import java.util.List;
import java.util.stream.Collectors;

/** One resource in Markdown, folded: what differs in it, or the whole of what comes or goes. */
final class MarkdownChange {
    private MarkdownChange() {}

    static String of(ResourceChange change) {
        String summary = "<code>" + Md.html(change.operation().sign() + " " + change.title()) + "</code> in "
                + Md.html(change.stack());
        String body = change.operation() == Operation.PROTECTION
                ? (change.isProtected() ? "Protected from now on.\n" : "Protected no longer.\n")
                : (change.replaceReasons().isEmpty()
                                ? ""
                                : "Made anew for "
                                        + change.replaceReasons().stream()
                                                .map(Md::code)
                                                .collect(Collectors.joining(", "))
                                        + ".\n\n")
                        + whole(change)
                        + diff(change.properties());
        return Md.details(summary, body, false);
    }

    /** Of what comes or goes, the whole object. */
    private static String whole(ResourceChange change) {
        boolean comes = change.operation() == Operation.CREATE;
        boolean goes = change.operation() == Operation.DELETE;
        if (!comes && !goes) {
            return "";
        }
        var object = comes ? change.after() : change.before();
        return object.map(each -> Md.block(
                        "diff",
                        ObjectLines.of(each).stream()
                                .map(line -> (comes ? "+ " : "- ") + line)
                                .collect(Collectors.joining("\n"))))
                .orElse("");
    }

    /** A property that differs in lines of a block. */
    static String diff(List<FieldChange> fields) {
        return fields.isEmpty()
                ? ""
                : Md.block(
                        "diff",
                        fields.stream()
                                .flatMap(field -> FieldLines.of(field).stream())
                                .map(line -> line.sign() + " " + line.text())
                                .collect(Collectors.joining("\n")));
    }
}
