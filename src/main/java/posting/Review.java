package posting;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;

/**
 * What is to be said at a merge request: one comment for all environments.
 *
 * @param project keeps apart the comments of several projects at one merge request
 * @param commit what was previewed
 * @param rows the table, one row an environment
 * @param body Markdown below the table, already within the room that {@link Host#room} leaves it
 * @param dangerous somebody has to look before this is merged
 * @param failed a preview came to no end, so that nothing is known of what it would have shown
 */
public record Review(String project, String commit, List<Row> rows, String body, boolean dangerous, boolean failed) {
    public Review {
        requireNonNull(project, "project is null");
        requireNonNull(commit, "commit is null");
        requireNonNull(body, "body is null");
        rows = List.copyOf(rows);
        Marker.requireName("project", project);
        Marker.requireName("commit", commit);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rows: none; a review is of at least one environment");
        }
        var seen = new HashSet<String>();
        for (Row row : rows) {
            if (!seen.add(row.environment())) {
                throw new IllegalArgumentException("rows: twice in it, \"" + row.environment() + "\"");
            }
        }
    }

    public List<String> environments() {
        return rows.stream().map(Row::environment).toList();
    }

    /** Whether every environment's preview ended as one wishes, dangers or not. */
    public boolean passed() {
        return !failed && rows.stream().allMatch(row -> row.exit() == 0);
    }

    public int dangers() {
        return rows.stream().mapToInt(Row::dangers).sum();
    }

    Review saying(String otherBody) {
        return new Review(project, commit, rows, otherBody, dangerous, failed);
    }
}
