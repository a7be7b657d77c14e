package posting;

import java.util.function.Function;
import java.util.stream.Collectors;

/** The comment's Markdown: marker, a headline that says the worst first, the table, and below it what was rendered. */
final class CommentText {
    private CommentText() {}

    static String of(Review review) {
        String head = Marker.ofComment(review).line() + "\n### " + headline(review) + "\n\n" + table(review)
                + "\n\nCommit " + review.commit() + "\n";
        return review.body().isEmpty() ? head : head + "\n" + review.body();
    }

    static String headline(Review review) {
        String failed = review.rows().stream()
                .filter(row -> row.exit() != 0)
                .map(Row::environment)
                .collect(Collectors.joining(", "));
        if (review.failed()) {
            return "The preview failed" + (failed.isEmpty() ? "" : ": " + failed);
        }
        if (review.dangerous()) {
            return dangers(review.dangers()) + (failed.isEmpty() ? "" : "; not to be applied: " + failed);
        }
        return failed.isEmpty() ? "Preview: nothing dangerous" : "Not to be applied: " + failed;
    }

    /** The resolvable thread's one note. The commit stands in it: another commit has to be looked at again. */
    static String danger(Review review) {
        String each = joined(review, ", ", row -> row.environment() + ": " + row.dangers());
        return Marker.ofThread(review).line() + "\n**" + dangers(review.dangers()) + " at commit " + review.commit()
                + "** (" + each
                + "). The preview's comment names them. Resolve this thread when they are meant; another"
                + " commit, or others, open it again.";
    }

    static String noDanger(Review review) {
        return Marker.ofThread(review).line() + "\nThe last preview showed no danger any more.";
    }

    private static String dangers(int number) {
        return switch (number) {
            case 0 -> "Danger";
            case 1 -> "1 danger";
            default -> number + " dangers";
        };
    }

    private static String table(Review review) {
        return "| Environment | Verdict | Changes | Dangers | Exit | Report |\n|---|---|---|---|---|---|\n"
                + joined(review, "\n", CommentText::line);
    }

    private static String line(Row row) {
        String report = row.report()
                .map(address -> "[report](" + Markdown.target(address) + ")")
                .orElse("");
        String dangers = row.dangers() == 0 ? "0" : "**" + row.dangers() + "**";
        return "| " + row.environment() + " | " + Markdown.cell(row.verdict()) + " | " + Markdown.cell(row.counts())
                + " | " + dangers + " | " + row.exit() + " | " + report + " |";
    }

    private static String joined(Review review, String between, Function<Row, String> words) {
        return review.rows().stream().map(words).collect(Collectors.joining(between));
    }
}
