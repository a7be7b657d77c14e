package facility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaintenanceWindowTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private final MaintenanceWindow window =
            new MaintenanceWindow(List.of(Weekday.TUESDAY, Weekday.THURSDAY), "06:00", "09:00");

    @Test
    void it_is_open_from_its_start_and_closed_from_its_end_by_the_zones_clock() {
        // 2026-12-01 is a Tuesday, and Chicago is six hours behind.
        assertThat(window.isOpen(Instant.parse("2026-12-01T11:59:59Z"), CHICAGO))
                .isFalse();
        assertThat(window.isOpen(Instant.parse("2026-12-01T12:00:00Z"), CHICAGO))
                .isTrue();
        assertThat(window.isOpen(Instant.parse("2026-12-01T14:59:59Z"), CHICAGO))
                .isTrue();
        assertThat(window.isOpen(Instant.parse("2026-12-01T15:00:00Z"), CHICAGO))
                .isFalse();
        assertThat(window.isOpen(Instant.parse("2026-12-02T13:00:00Z"), CHICAGO))
                .isFalse();
    }

    @Test
    void it_opens_next_on_the_first_of_its_days_to_come() {
        assertThat(window.nextOpening(Instant.parse("2026-12-01T11:00:00Z"), CHICAGO))
                .hasToString("2026-12-01T06:00-06:00[America/Chicago]");
        assertThat(window.nextOpening(Instant.parse("2026-12-01T12:00:00Z"), CHICAGO))
                .hasToString("2026-12-03T06:00-06:00[America/Chicago]");
        var once = new MaintenanceWindow(List.of(Weekday.TUESDAY), "06:00", "09:00");
        assertThat(once.nextOpening(Instant.parse("2026-12-01T12:00:00Z"), CHICAGO))
                .hasToString("2026-12-08T06:00-06:00[America/Chicago]");
    }

    @Test
    void a_time_of_day_is_two_numbers_of_two_digits() {
        assertThat(MaintenanceWindow.time("06:05")).isPresent();
        assertThat(List.of("6:05", "24:00", "06:60", "", "06:00:00"))
                .allSatisfy(clock -> assertThat(MaintenanceWindow.time(clock)).isEmpty());
    }
}
