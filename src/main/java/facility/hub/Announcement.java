package facility.hub;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A notice with a first and a last moment, as a clock in the hub's time zone shows them.
 *
 * @param start from when it is shown: {@code 2026-12-01 08:00}
 * @param end from when it is not shown any more
 * @param text plain text
 */
public record Announcement(String start, String end, String text) {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    public Announcement {
        requireNonNull(start, "start is null");
        requireNonNull(end, "end is null");
        requireNonNull(text, "text is null");
    }

    /** The moment that a clock of the zone shows so; empty if it is no such text, the zone none, or the hour is skipped. */
    public static Optional<Instant> moment(String clock, String zone) {
        try {
            var local = LocalDateTime.parse(clock, FORM);
            var id = ZoneId.of(zone);
            return FORM.format(local).equals(clock)
                            && !id.getRules().getValidOffsets(local).isEmpty()
                    ? Optional.of(local.atZone(id).toInstant())
                    : Optional.empty();
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
