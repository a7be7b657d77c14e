package posting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that only waiting moves: an hour of back-off takes no time. */
final class TestTime extends Clock {
    private Instant now = Instant.parse("2026-11-25T08:00:00Z");
    private final List<Duration> waits = new ArrayList<>();

    Patience patience(Duration total) {
        return new Patience(total, this, time -> {
            waits.add(time);
            now = now.plus(time);
        });
    }

    List<Duration> waits() {
        return List.copyOf(waits);
    }

    Duration waited() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
