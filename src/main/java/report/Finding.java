package report;

import change.ChangeSet;
import change.Danger;
import change.Notice;
import change.PolicyResult;
import change.ResourceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One thing to look at, for tools that show findings beside a merge request's lines.
 *
 * @param rule what found it: {@code policy/images-are-pinned}, {@code danger/quota-cut}, {@code error}, {@code protection}
 * @param weight how much it matters
 * @param resource kind and name, or empty
 */
record Finding(String rule, Weight weight, String resource, String message) {
    /** From what stops a run to what somebody should know. */
    enum Weight {
        STOPS,
        DANGER,
        NOTE
    }

    Finding {
        resource = FieldLines.clean(resource);
        message = FieldLines.clean(message);
    }

    static List<Finding> of(ChangeSet set) {
        var findings = new ArrayList<Finding>();
        for (Notice notice : set.notices()) {
            findings.add(new Finding("error", Weight.STOPS, notice.resource(), notice.message()));
        }
        for (ResourceChange change : set.refused()) {
            findings.add(
                    new Finding("protection", Weight.STOPS, change.title(), change.title() + " " + change.refusal()));
        }
        for (PolicyResult result : set.policies()) {
            findings.add(new Finding(
                    "policy/" + result.rule(),
                    result.stops() ? Weight.STOPS : Weight.NOTE,
                    result.resource(),
                    result.message()));
        }
        for (Danger danger : set.dangers()) {
            boolean heavy = danger.rank().compareTo(Danger.Rank.ACCESS) <= 0;
            findings.add(new Finding(
                    "danger/" + danger.rule(),
                    heavy ? Weight.DANGER : Weight.NOTE,
                    danger.resource(),
                    String.format(
                            Locale.ROOT,
                            "%s: %s %s; %s",
                            danger.rank().words(),
                            danger.resource(),
                            danger.what(),
                            danger.meaning())));
        }
        return findings;
    }

    /** The file that declares the environment, the one that a reader of findings can open. */
    static String file(ChangeSet set) {
        return "Pulumi." + set.origin().environment() + ".yaml";
    }
}
