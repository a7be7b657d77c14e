package cli;

import difference.Difference;
import java.util.Set;

/** How a difference between declarations is written. */
enum DifferenceFormat {
    TEXT {
        @Override
        String of(Difference difference, Set<String> undeclared, String before, String after) {
            return String.join("\n", DifferenceText.of(difference, undeclared, before, after)) + "\n";
        }
    },
    JSON {
        @Override
        String of(Difference difference, Set<String> undeclared, String before, String after) {
            return DifferenceJson.of(difference, undeclared, before, after);
        }
    };

    /**
     * The text.
     *
     * @param undeclared what no file declares, see {@link SameFile}
     * @param before the name of what is compared with
     * @param after the name of what is compared
     */
    abstract String of(Difference difference, Set<String> undeclared, String before, String after);
}
