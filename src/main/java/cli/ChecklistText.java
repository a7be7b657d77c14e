package cli;

import checklist.Checklist;
import checklist.Item;
import checklist.Item.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The checklist for a terminal, and as a Markdown task list for the merge request of an upgrade. */
final class ChecklistText {
    private ChecklistText() {}

    static List<String> terminal(Checklist checklist) {
        var lines = new ArrayList<String>();
        for (Item item : checklist.items()) {
            lines.add(switch (item.outcome()) {
                        case PASSED -> "ok     ";
                        case ATTENTION -> "look   ";
                        case FAILED -> "FAILED ";
                        case BOX -> "[ ]    ";
                    }
                    + item.title());
            item.findings().forEach(finding -> lines.add("         " + finding));
        }
        lines.add(summary(checklist));
        return lines;
    }

    static List<String> markdown(Checklist checklist) {
        var lines = new ArrayList<String>();
        for (Item item : checklist.items()) {
            String mark = item.outcome() == Outcome.PASSED ? "- [x] " : "- [ ] ";
            String word =
                    switch (item.outcome()) {
                        case PASSED, BOX -> "";
                        case ATTENTION -> "**look:** ";
                        case FAILED -> "**failed:** ";
                    };
            lines.add(mark + word + item.title());
            item.findings().forEach(finding -> lines.add("    - `" + finding.replace("`", "'") + "`"));
        }
        lines.add("");
        lines.add(summary(checklist));
        return lines;
    }

    static String summary(Checklist checklist) {
        return checklist.count(Outcome.PASSED) + " in order, " + checklist.count(Outcome.ATTENTION) + " to look at, "
                + checklist.count(Outcome.FAILED) + " failed, " + checklist.count(Outcome.BOX)
                + " for a person to tick";
    }
}
