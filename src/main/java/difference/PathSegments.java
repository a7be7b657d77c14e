package difference;

import java.util.ArrayList;
import java.util.List;

/** The parts of a property's path as {@link Fields} writes it. */
public final class PathSegments {
    private PathSegments() {}

    /** {@code data[a.b].c} is data, a.b and c. */
    public static List<String> of(String path) {
        var segments = new ArrayList<String>();
        var word = new StringBuilder();
        boolean inBrackets = false;
        for (int i = 0; i < path.length(); i++) {
            char each = path.charAt(i);
            boolean ends = inBrackets ? each == ']' : each == '.' || each == '[';
            if (!ends) {
                word.append(each);
                continue;
            }
            if (!word.isEmpty()) {
                segments.add(word.toString());
                word.setLength(0);
            }
            inBrackets = each == '[';
        }
        if (!word.isEmpty()) {
            segments.add(word.toString());
        }
        return segments;
    }
}
