package images;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a registry said of one image.
 *
 * @param digest of its manifest, {@code sha256:<64 hex digits>}; only of what was found
 * @param reason in one line, and how to mend it; empty for what was found
 */
public record Answer(Outcome outcome, Optional<String> digest, String reason) {
    public Answer {
        requireNonNull(outcome, "outcome is null");
        requireNonNull(digest, "digest is null");
        requireNonNull(reason, "reason is null");
    }

    static Answer found(String digest) {
        return new Answer(Outcome.FOUND, Optional.of(digest), "");
    }

    static Answer missing(String reason) {
        return new Answer(Outcome.MISSING, Optional.empty(), reason);
    }

    static Answer refused(String reason) {
        return new Answer(Outcome.REFUSED, Optional.empty(), reason);
    }

    static Answer unreachable(String reason) {
        return new Answer(Outcome.UNREACHABLE, Optional.empty(), reason);
    }

    public boolean isFound() {
        return outcome == Outcome.FOUND;
    }
}
