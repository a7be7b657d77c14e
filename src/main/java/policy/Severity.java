package policy;

import java.util.Locale;

/** How bad it is if a rule is broken; a person's help in sorting, the run does not ask for it. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
