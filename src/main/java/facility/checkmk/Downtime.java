package facility.checkmk;

import static java.util.Objects.requireNonNull;

import facility.Named;

/**
 * A stretch of maintenance, in which nobody is paged.
 *
 * @param host the host of CheckMK, such as {@code okd-prod} for the cluster or a service's name
 * @param start with its offset, such as {@code 2026-12-01T08:00:00-06:00}
 */
public record Downtime(String name, String host, String start, String end, String comment) implements Named {
    public Downtime {
        requireNonNull(name, "name is null");
        requireNonNull(host, "host is null");
        requireNonNull(start, "start is null");
        requireNonNull(end, "end is null");
        requireNonNull(comment, "comment is null");
    }
}
