package facility;

import java.time.DayOfWeek;
import java.util.Locale;

/** A day of the week, as the declaration writes it: {@code tuesday}. */
public enum Weekday implements Keyed {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY;

    static Weekday of(DayOfWeek day) {
        return valueOf(day.name());
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
