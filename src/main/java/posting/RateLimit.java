package posting;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Whether a host turned a request down because there were too many, and when it wants to be asked again. */
final class RateLimit {
    /** GitHub's documentation asks for a minute at least, and for more each time, when no header says how long. */
    private static final Duration UNSAID = Duration.ofMinutes(1);

    private RateLimit() {}

    /** GitHub answers 403 or 429, GitLab 429. */
    static boolean hit(Answer answer) {
        if (answer.status() == 429) {
            return true;
        }
        return answer.status() == 403
                && (answer.header("Retry-After").isPresent()
                        || answer.header("x-ratelimit-remaining")
                                .filter("0"::equals)
                                .isPresent()
                        // A secondary limit may come without any header.
                        || answer.text().toLowerCase(Locale.ROOT).contains("rate limit"));
    }

    static Duration until(Answer answer, Instant now, int failures) {
        return retryAfter(answer, now)
                .or(() -> reset(answer, now))
                .orElseGet(() -> UNSAID.multipliedBy(1L << Math.min(failures - 1, 5)));
    }

    /** Seconds, or a date. */
    static Optional<Duration> retryAfter(Answer answer, Instant now) {
        return answer.header("Retry-After")
                .flatMap(value -> seconds(value).map(Duration::ofSeconds).or(() -> date(value)
                        .map(then -> Duration.between(now, then))))
                .map(RateLimit::atLeastASecond);
    }

    /** GitLab's header, then GitHub's, which counts for its primary limit only. */
    private static Optional<Duration> reset(Answer answer, Instant now) {
        boolean spent =
                answer.header("x-ratelimit-remaining").filter("0"::equals).isPresent();
        return answer.header("RateLimit-Reset")
                .or(() -> spent ? answer.header("x-ratelimit-reset") : Optional.empty())
                .flatMap(RateLimit::seconds)
                // A second more, for their clock counts whole ones.
                .map(then -> atLeastASecond(Duration.between(now, Instant.ofEpochSecond(then + 1))));
    }

    private static Optional<Long> seconds(String value) {
        return value.matches("[0-9]{1,10}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration atLeastASecond(Duration time) {
        return time.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : time;
    }
}
