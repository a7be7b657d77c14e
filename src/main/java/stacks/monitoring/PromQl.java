package stacks.monitoring;

import facility.Percent;
import facility.Quantity;
import java.math.BigDecimal;
import java.time.Duration;

/** Values of the declaration as PromQL writes them, and the expressions that several subjects need. */
final class PromQl {
    private PromQl() {}

    static String seconds(Duration duration) {
        return String.valueOf(duration.toSeconds());
    }

    static String share(Percent percent) {
        return new BigDecimal(percent.value())
                .movePointLeft(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String number(Quantity amount) {
        return amount.value().stripTrailingZeros().toPlainString();
    }

    /** What nine in ten stay below, in the last half hour: spawns are rare enough for less to say little. */
    static String ninetieth(String histogram, String matchers) {
        return "histogram_quantile(0.9, sum by (le) (rate(" + histogram + "_bucket{" + matchers + "}[30m])))";
    }

    /** The share of events that carry further labels, in a window. */
    static String shareOf(String counter, String matchers, String chosen, String window) {
        return "sum(rate(" + counter + "{" + matchers + "," + chosen + "}[" + window + "]))\n  / sum(rate(" + counter
                + "{" + matchers + "}[" + window + "]))";
    }

    /** A metric's name as kube-state-metrics writes a resource's: any character that no label may have is "_". */
    static String resourceLabel(String resource) {
        return resource.replaceAll("[^a-zA-Z0-9_]", "_");
    }
}
