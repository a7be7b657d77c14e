package posting;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * One environment in the table on top of the comment.
 *
 * @param environment its key, such as {@code dev}
 * @param verdict in a word or two, such as {@code nothing changes} or {@code refused}
 * @param counts how much changes, such as {@code 3 to create, 1 to delete}
 * @param dangers how many changes can cost somebody something
 * @param exit how the preview ended
 * @param report where the whole report is
 */
public record Row(String environment, String verdict, String counts, int dangers, int exit, Optional<URI> report) {
    public Row {
        requireNonNull(environment, "environment is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(counts, "counts is null");
        requireNonNull(report, "report is null");
        Marker.requireName("environment", environment);
        if (dangers < 0) {
            throw new IllegalArgumentException("dangers: negative, " + dangers);
        }
        report.ifPresent(Row::requireWeb);
    }

    private static void requireWeb(URI address) {
        String scheme = address.getScheme();
        if (address.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalArgumentException("report: no address of the web, \"" + address + "\"");
        }
    }
}
