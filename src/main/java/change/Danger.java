package change;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A change that somebody should think about before it is made.
 *
 * @param rule which rule found it: {@code data-removed}
 * @param resource kind and name
 * @param what the change, in a person's words
 * @param meaning what it means for those who use the facility
 */
public record Danger(Rank rank, String rule, String resource, String what, String meaning) {
    /** The worst first. */
    public enum Rank {
        DATA("data can be lost"),
        OUTAGE("something stops for users"),
        ACCESS("more may do or reach more"),
        LIMIT("users get less"),
        RESTART("a short interruption");

        private final String words;

        Rank(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** As JSON writes it. */
        @JsonValue
        public String key() {
            return JsonKey.of(this);
        }
    }

    public Danger {
        requireNonNull(rank, "rank is null");
        requireNonNull(rule, "rule is null");
        requireNonNull(resource, "resource is null");
        requireNonNull(what, "what is null");
        requireNonNull(meaning, "meaning is null");
    }
}
