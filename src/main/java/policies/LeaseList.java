package policies;

import config.YamlNode;
import config.YamlNode.Mapping;
import config.YamlNode.Scalar;
import config.YamlNode.Sequence;
import facility.Environment;
import facility.Nearest;
import java.time.DateTimeException;
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
    private static final String ENVIRONMENT = "environment";

    private final List<String> rules;
    private final Faults faults;

    LeaseList(List<About> rules, Faults faults) {
        // One that could be leased itself would never end.
        this.rules = rules.stream()
                .map(About::id)
                .filter(id -> !id.equals(LeasesHaveNotEnded.ID))
                .sorted()
                .toList();
        this.faults = faults;
    }

    Leased read(YamlNode node, String path) {
        var everywhere = new ArrayList<Lease>();
        var byEnvironment = new TreeMap<String, List<Lease>>();
        if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                String place = path + "[" + i + "]";
                Mapping written = faults.mapping(sequence.items().get(i), place);
                lease(written, place).ifPresent(lease -> environment(written, place)
                        .ifPresentOrElse(
                                key -> byEnvironment
                                        .computeIfAbsent(key, each -> new ArrayList<>())
                                        .add(lease),
                                () -> everywhere.add(lease)));
            }
        } else if (node != null) {
            faults.add(node.line(), path, "is of the wrong type", node.shown(), "a list of leases", "correct it");
        }
        return new Leased(everywhere, byEnvironment);
    }

    private Optional<String> environment(Mapping written, String path) {
        YamlNode node = written.entries().get(ENVIRONMENT);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof Scalar scalar) || !Environment.keys().contains(scalar.text())) {
            faults.add(
                    node.line(),
                    path + "." + ENVIRONMENT,
                    "is no environment",
                    node.shown(),
                    String.join(" or ", Environment.keys()),
                    "choose one, or leave it out for all");
            return Optional.of("");
        }
        return Optional.of(scalar.text());
    }

    private Optional<Lease> lease(Mapping written, String path) {
        var keys = new ArrayList<>(NEEDED);
        keys.add(ENVIRONMENT);
        faults.unknown(written, path, keys);
        var texts = new TreeMap<String, String>();
        for (String key : NEEDED) {
            if (written.entries().get(key) instanceof Scalar scalar
                    && !scalar.text().isBlank()) {
                texts.put(key, scalar.text());
            } else {
                faults.add(
                        written.line(),
                        path,
                        "lacks a key",
                        "\"" + key + "\"",
                        "a lease has " + String.join(", ", NEEDED),
                        "write it");
            }
        }
        if (texts.size() < NEEDED.size()) {
            return Optional.empty();
        }
        return complete(written, texts, path);
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
        try {
            return Optional.of(new Lease(
                    texts.get("resource"),
                    rule,
                    texts.get("owner"),
                    texts.get("reason"),
                    LocalDate.parse(texts.get("end"))));
        } catch (DateTimeException noDate) {
            faults.add(
                    written.entries().get("end").line(),
                    path + ".end",
                    "is no date",
                    "\"" + texts.get("end") + "\"",
                    "the last day, as 2027-03-31",
                    "correct it");
            return Optional.empty();
        }
    }
}
