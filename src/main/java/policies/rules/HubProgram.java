package policies.rules;

import java.util.List;
import java.util.regex.Pattern;
import policy.Node;

/** What the hub's own Python, the chart's value {@code hub.extraConfig}, sets of traits: it comes after all other values. */
final class HubProgram {
    private static final Pattern SET = Pattern.compile("(?m)^[ \\t]*c\\.(\\w+)\\.(\\w+)[ \\t]*=(?!=)[ \\t]*([^\\n#]*)");

    private HubProgram() {}

    /**
     * One assignment.
     *
     * @param owner the class, {@code KubeSpawner}
     * @param value as it is written: {@code True}, {@code "dummy"}
     */
    record Trait(String owner, String name, String value) {
        boolean isTrue() {
            return value.equals("True");
        }

        @Override
        public String toString() {
            return "hub.extraConfig c." + owner + "." + name + " " + value;
        }
    }

    /** @param values the hub's */
    static List<Trait> of(Node values) {
        return values.at("hub", "extraConfig").fields().values().stream()
                .flatMap(text -> text.text().stream())
                .flatMap(text -> SET.matcher(text).results())
                .map(set -> new Trait(set.group(1), set.group(2), set.group(3).strip()))
                .toList();
    }

    static List<Trait> of(Node values, String name) {
        return of(values).stream().filter(trait -> trait.name().equals(name)).toList();
    }
}
