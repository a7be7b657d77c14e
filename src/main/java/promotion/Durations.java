package promotion;

import java.time.Duration;

/** Durations as people say them: {@code 2d 3h}, {@code 5h 12m}, {@code 40s}. */
final class Durations {
    private static final long HOURS = 24;
    private static final long SIXTY = 60;

    private Durations() {}

    static String text(Duration duration) {
        if (duration.toHours() >= HOURS) {
            long hours = duration.toHours() % HOURS;
            return duration.toDays() + "d" + (hours == 0 ? "" : " " + hours + "h");
        }
        if (duration.toMinutes() >= SIXTY) {
            long minutes = duration.toMinutes() % SIXTY;
            return duration.toHours() + "h" + (minutes == 0 ? "" : " " + minutes + "m");
        }
        return duration.toSeconds() >= SIXTY ? duration.toMinutes() + "m" : duration.toSeconds() + "s";
    }
}
