package promotion;

import java.util.List;

/**
 * What differs on an environment's cluster from the release that it is at.
 *
 * @param open what nobody answers for, each a line
 * @param leased what is let be until a day, each a line with field, owner, end and reason
 */
public record DriftFound(List<String> open, List<String> leased) {
    public DriftFound {
        open = List.copyOf(open);
        leased = List.copyOf(leased);
    }

    public static DriftFound none() {
        return new DriftFound(List.of(), List.of());
    }

    /** It could not be looked for, which is not the same as none. */
    public static DriftFound unknown(String why) {
        return new DriftFound(List.of("what, nobody knows: it could not be looked for: " + why), List.of());
    }

    Condition condition(String environment) {
        if (!open.isEmpty()) {
            return Condition.broken(
                    "drift",
                    "on its cluster differs: " + String.join("; ", open) + "; see ./facility drift " + environment
                            + "; take it back, declare it, or lease it and bring " + environment
                            + " up from the commit with the lease");
        }
        return Condition.kept(
                "drift",
                leased.isEmpty()
                        ? "nothing on its cluster differs from it"
                        : "on its cluster differs only what is leased: " + String.join("; ", leased));
    }
}
