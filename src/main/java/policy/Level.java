package policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a rule's finding does to a run; the engine's own words, weakest first. */
public enum Level {
    /** The rule is not asked. */
    DISABLED,
    /** It is shown. */
    ADVISORY,
    /** The rule mends the inputs; what it could not mend is as if mandatory. */
    REMEDIATE,
    /** It stops the run. */
    MANDATORY;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> of(String key) {
        return Arrays.stream(values()).filter(level -> level.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Level::key).toList();
    }

    public boolean stops() {
        return compareTo(REMEDIATE) >= 0;
    }

    public boolean weakerThan(Level other) {
        return compareTo(other) < 0;
    }
}
