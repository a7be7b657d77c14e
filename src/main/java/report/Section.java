package report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A part of a report that is there whole or not at all.
 *
 * @param weight the lower, the sooner it gets its place where there is not enough for all
 * @param name how it is called where it is left out
 * @param text with its line break
 */
record Section(int weight, String name, String text) {
    /** As much as the line that says what was left out may need. */
    private static final int REMARK = 600;

    private static final int NAMED = 8;

    int bytes() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * All sections in their order, or as many whole ones as the budget holds, with a line that says what is not there.
     *
     * @param budget bytes, with the head
     */
    static String fitted(String head, List<Section> sections, int budget) {
        int all = head.getBytes(StandardCharsets.UTF_8).length
                + sections.stream().mapToInt(Section::bytes).sum();
        if (all <= budget) {
            return head + sections.stream().map(Section::text).collect(Collectors.joining());
        }
        int left = budget - head.getBytes(StandardCharsets.UTF_8).length - REMARK;
        var kept = new boolean[sections.size()];
        var order = IntStream.range(0, sections.size())
                .boxed()
                .sorted(Comparator.comparing((Integer at) -> sections.get(at).weight()))
                .toList();
        for (int at : order) {
            if (sections.get(at).bytes() <= left) {
                kept[at] = true;
                left -= sections.get(at).bytes();
            }
        }
        var text = new StringBuilder(head);
        var missing = new ArrayList<String>();
        for (int at = 0; at < kept.length; at++) {
            if (kept[at]) {
                text.append(sections.get(at).text());
            } else {
                missing.add(sections.get(at).name());
            }
        }
        return text.append(remark(missing, budget)).toString();
    }

    private static String remark(List<String> missing, int budget) {
        String some = missing.stream()
                .limit(NAMED)
                .map(name -> Md.code(name.length() <= 40 ? name : name.substring(0, 40) + "..."))
                .collect(Collectors.joining(", "));
        return "**Left out for length** (" + budget + " bytes): " + missing.size() + " of the sections, " + some
                + (missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "")
                + ". They are whole in the page and the JSON of this run.\n";
    }
}
