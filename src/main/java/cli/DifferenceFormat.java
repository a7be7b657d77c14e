package cli;

import difference.Difference;

/** How a difference between declarations is written. */
enum DifferenceFormat {
    TEXT {
        @Override
        String of(Difference difference, String before, String after) {
            return String.join("\n", DifferenceText.of(difference, before, after)) + "\n";
        }
    },
    JSON {
        @Override
        String of(Difference difference, String before, String after) {
            return DifferenceJson.of(difference, before, after);
        }
    };

    /**
     * The text.
     *
     * @param before the name of what is compared with
     * @param after the name of what is compared
     */
    abstract String of(Difference difference, String before, String after);
}
