package facility;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Hours of the week in which an environment may be changed, as a clock in the hub's time zone shows them.
 *
 * @param start {@code 06:00}; the window is open from then
 * @param end {@code 09:00}; it is closed from then, on the same day
 */
public record MaintenanceWindow(List<Weekday> days, String start, String end) {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("HH:mm");
    private static final int DAYS_OF_A_WEEK = 7;

    public MaintenanceWindow {
        days = List.copyOf(days);
        requireNonNull(start, "start is null");
        requireNonNull(end, "end is null");
    }

    /** The time of day that a clock shows so; empty for any other text. */
    public static Optional<LocalTime> time(String clock) {
        try {
            var time = LocalTime.parse(clock, FORM);
            return FORM.format(time).equals(clock) ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Whether changes may be made at that moment. */
    public boolean isOpen(Instant moment, ZoneId zone) {
        var there = moment.atZone(zone);
        return days.contains(Weekday.of(there.getDayOfWeek()))
                && !there.toLocalTime().isBefore(opening())
                && there.toLocalTime().isBefore(time(end).orElseThrow());
    }

    /** When it opens next: the first moment after the given one; for a window that has days. */
    public ZonedDateTime nextOpening(Instant moment, ZoneId zone) {
        var there = moment.atZone(zone);
        for (int later = 0; later <= DAYS_OF_A_WEEK; later++) {
            var opens = there.toLocalDate().plusDays(later).atTime(opening()).atZone(zone);
            if (days.contains(Weekday.of(opens.getDayOfWeek())) && opens.isAfter(there)) {
                return opens;
            }
        }
        throw new IllegalStateException("a window without days never opens");
    }

    private LocalTime opening() {
        return time(start).orElseThrow();
    }

    /** As people read it: {@code tuesday, thursday 06:00 to 09:00}. */
    @Override
    public String toString() {
        return String.join(", ", days.stream().map(Weekday::key).toList()) + " " + start + " to " + end;
    }
}
