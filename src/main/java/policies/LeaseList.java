package policies;

import config.FileFaults;
import config.LeaseForm;
import config.YamlNode;
import config.YamlNode.Mapping;
import facility.Nearest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import policies.QuotasFile.Leased;
import policy.About;
import policy.Lease;
import policy.LeasesHaveNotEnded;

/** The part of the file that holds the exceptions. */
final class LeaseList {
    private static final List<String> NEEDED = List.of("resource", "rule", "owner", "reason", "end");
    private static final List<String> KNOWN =
            List.of("resource", "rule", "owner", "reason", "end", LeaseForm.ENVIRONMENT);

    /** A budget's year and a day: whoever still needs it then says so once more. */
    private static final int LONGEST_DAYS = 366;

    private final List<String> rules;
    private final FileFaults faults;
    private final LeaseForm form;
    private final LocalDate latest;

    LeaseList(List<About> rules, FileFaults faults, Clock clock) {
        // One that could be leased itself would never end.
        this.rules = rules.stream()
                .map(About::id)
                .filter(id -> !id.equals(LeasesHaveNotEnded.ID))
                .sorted()
                .toList();
        this.faults = faults;
        this.form = new LeaseForm(NEEDED, KNOWN, faults);
        this.latest = LocalDate.now(clock).plusDays(LONGEST_DAYS);
    }

    Leased read(YamlNode node, String path) {
        var everywhere = new ArrayList<Lease>();
        var byEnvironment = new TreeMap<String, List<Lease>>();
        form.entries(node, path, (written, place) -> lease(written, place)
                .ifPresent(lease -> form.environment(written, place)
                        .ifPresentOrElse(
                                key -> byEnvironment
                                        .computeIfAbsent(key, each -> new ArrayList<>())
                                        .add(lease),
                                () -> everywhere.add(lease))));
        return new Leased(everywhere, byEnvironment);
    }

    private Optional<Lease> lease(Mapping written, String path) {
        return form.texts(written, path).flatMap(texts -> complete(written, texts, path));
    }

    private Optional<Lease> complete(Mapping written, Map<String, String> texts, String path) {
        String rule = texts.get("rule");
        if (!rules.contains(rule)) {
            String hint = Nearest.hint(rule, rules);
            faults.add(
                    written.entries().get("rule").line(),
                    path + ".rule",
                    "names no rule that can be leased",
                    "\"" + rule + "\"",
                    "the rules are in policies/RULES.md",
                    hint.isEmpty() ? "correct the name" : hint);
        }
        return form.end(written, texts, path)
                .filter(end -> isInSight(end, written, path))
                .map(end -> new Lease(texts.get("resource"), rule, texts.get("owner"), texts.get("reason"), end));
    }

    private boolean isInSight(LocalDate end, Mapping written, String path) {
        boolean inSight = !end.isAfter(latest);
        if (!inSight) {
            faults.add(
                    written.entries().get("end").line(),
                    path + ".end",
                    "is too far away to be looked at again",
                    "\"" + end + "\"",
                    "at most " + LONGEST_DAYS + " days from today, " + latest,
                    "end it earlier and renew it then, or change the rule's settings");
        }
        return inSight;
    }
}
