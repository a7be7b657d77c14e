package policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What rules said.
 *
 * @param notApplicable reasons by rule
 */
public record Judged(List<Judgement> judgements, Map<String, String> notApplicable) {
    public Judged {
        judgements = List.copyOf(judgements);
        notApplicable = new TreeMap<>(notApplicable);
    }

    /** One finding, and what it does to the run. */
    public record Judgement(About rule, Level level, Finding finding) {}

    /** Gathers, in the order of the rules. */
    static final class Builder {
        private final List<Judgement> judgements = new ArrayList<>();
        private final Map<String, String> notApplicable = new TreeMap<>();

        void add(About rule, Level level, Finding finding) {
            judgements.add(new Judgement(rule, level, finding));
        }

        void notApplicable(About rule, String reason) {
            notApplicable.put(rule.id(), reason);
        }

        Judged build() {
            return new Judged(judgements, notApplicable);
        }
    }
}
