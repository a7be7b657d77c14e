package cli;

import java.util.Map;
import promotion.Condition;

/** A condition for a terminal: whether it holds, and for which reason it is not kept. */
final class ConditionText {
    private ConditionText() {}

    static String line(Condition condition, Map<String, String> overrides) {
        boolean overridden = !condition.kept() && overrides.containsKey(condition.name());
        String mark = condition.kept() ? "  ok       " : overridden ? "  OVERRIDE " : "  NO       ";
        return mark + condition.name() + ": " + condition.sentence()
                + (overridden ? "; reason given: " + overrides.get(condition.name()) : "");
    }
}
