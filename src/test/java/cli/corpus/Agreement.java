package cli.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Fields that a report and the API server name, counted: the same, different by a rule of the table, or unexplained. */
final class Agreement {
    /** Why a field may stand on one side alone: the object's title and the field's path. */
    private static final Map<String, BiPredicate<String, String>> RULES = Map.of(
            // kubectl diff replaces them by asterisks, the same on both sides where a value stays.
            "values of secrets", (title, path) -> title.startsWith("Secret ") && path.startsWith("data"));

    private final Map<String, Integer> byRule = new TreeMap<>();
    private final Map<String, Integer> notCompared = new TreeMap<>();
    private final List<String> unexplained = new ArrayList<>();
    private int same;

    void not(String why) {
        notCompared.merge(why, 1, Integer::sum);
    }

    void compare(Map<String, List<String>> ours, Map<String, List<String>> server) {
        var titles = new TreeSet<>(ours.keySet());
        titles.addAll(server.keySet());
        for (String title : titles) {
            var mine = new TreeSet<>(ours.getOrDefault(title, List.of()));
            var theirs = new TreeSet<>(server.getOrDefault(title, List.of()));
            var all = new TreeSet<>(mine);
            all.addAll(theirs);
            for (String path : all) {
                if (mine.contains(path) && theirs.contains(path)) {
                    same++;
                } else {
                    count(title, path, mine.contains(path) ? "only in ours" : "only from the API server");
                }
            }
        }
    }

    private void count(String title, String path, String where) {
        Optional<String> rule = RULES.entrySet().stream()
                .filter(each -> each.getValue().test(title, path))
                .map(Map.Entry::getKey)
                .findFirst();
        if (rule.isPresent()) {
            byRule.merge(rule.get(), 1, Integer::sum);
        } else {
            unexplained.add(title + " " + path + ": " + where);
        }
    }

    void add(Agreement other) {
        same += other.same;
        other.byRule.forEach((rule, count) -> byRule.merge(rule, count, Integer::sum));
        other.notCompared.forEach((why, count) -> notCompared.merge(why, count, Integer::sum));
        unexplained.addAll(other.unexplained);
    }

    List<String> unexplained() {
        return unexplained;
    }

    double shareByRules() {
        int ruled = byRule.values().stream().mapToInt(Integer::intValue).sum();
        return same + ruled == 0 ? 0 : (double) ruled / (same + ruled);
    }

    @Override
    public String toString() {
        return same + " fields the same, by rules " + byRule + ", unexplained " + unexplained.size()
                + "; objects not compared: " + notCompared;
    }
}
