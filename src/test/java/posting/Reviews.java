package posting;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reviews as a facility's previews give them. */
final class Reviews {
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    static final String NEXT_COMMIT = "1123456789abcdef0123456789abcdef01234567";

    private Reviews() {}

    static Review green() {
        return of(COMMIT, "All is well.\n", row("dev", "changes", 0, 0), row("prod", "nothing changes", 0, 0));
    }

    static Review dangerous(String commit) {
        var review = of(commit, "A volume goes.\n", row("dev", "changes", 0, 0), row("prod", "changes", 2, 0));
        return new Review(review.project(), commit, review.rows(), review.body(), true, false);
    }

    static Review failed() {
        var review = of(
                COMMIT, "NO CLUSTER: dev does not answer.\n", row("dev", "failed", 0, 1), row("prod", "changes", 0, 0));
        return new Review(review.project(), COMMIT, review.rows(), review.body(), false, true);
    }

    static Review saying(String body) {
        return of(COMMIT, body, row("dev", "changes", 0, 0));
    }

    static Review of(String commit, String body, Row... rows) {
        return new Review("analysis-facility", commit, List.of(rows), body, false, false);
    }

    static Row row(String environment, String verdict, int dangers, int exit) {
        return new Row(
                environment,
                verdict,
                "3 to create, 1 to update",
                dangers,
                exit,
                Optional.of(URI.create("https://ci.example.org/jobs/1/" + environment + ".html")));
    }
}
