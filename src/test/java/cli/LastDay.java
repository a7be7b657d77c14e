package cli;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Of a lease that lives, and not for too long: commands know no other day than today. */
final class LastDay {
    static final String IN_SIGHT = LocalDate.now(ZoneOffset.UTC).plusDays(300).toString();

    private LastDay() {}
}
