package policy;

import static java.util.Objects.requireNonNull;

/**
 * What a person is told of a rule: in the list, in RULES.md and in the engine's output.
 *
 * @param id lower-case words with hyphens: a public contract
 * @param what what holds if the rule is kept, as a sentence without a full stop
 * @param why what happens otherwise
 * @param mend how to keep it
 * @param level unless the settings say otherwise
 * @param settings the JSON schemas of its settings by name, each with its default: {@code {"hours": {"type": "number",
 *     "default": 8}}}; the engine refuses a run in which nobody says one that has none
 */
public record About(
        String id,
        String what,
        String why,
        String mend,
        Severity severity,
        Level level,
        WhenUnknown whenUnknown,
        String settings) {
    public About {
        requireNonNull(id, "id is null");
        requireNonNull(what, "what is null");
        requireNonNull(why, "why is null");
        requireNonNull(mend, "mend is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(level, "level is null");
        requireNonNull(whenUnknown, "whenUnknown is null");
        requireNonNull(settings, "settings is null");
    }

    /** A mandatory rule without settings, which lets nothing through that it cannot judge. */
    public static About mandatory(String id, String what, String why, String mend) {
        return new About(id, what, why, mend, Severity.HIGH, Level.MANDATORY, WhenUnknown.OWN_LEVEL, "{}");
    }

    public About withSettings(String schemas) {
        return new About(id, what, why, mend, severity, level, whenUnknown, schemas);
    }

    public About withSeverity(Severity other) {
        return new About(id, what, why, mend, other, level, whenUnknown, settings);
    }

    public About withLevel(Level other) {
        return new About(id, what, why, mend, severity, other, whenUnknown, settings);
    }

    public About withUnknown(WhenUnknown other) {
        return new About(id, what, why, mend, severity, level, other, settings);
    }
}
