package stacks.monitoring;

import java.util.Map;
import java.util.TreeMap;

/**
 * One graph.
 *
 * @param unit as Grafana names it: {@code s}, {@code percentunit}, {@code short}, {@code bytes}
 * @param expressions PromQL, by what the legend says of it
 */
record Panel(String title, String unit, Map<String, String> expressions) {
    Panel {
        expressions = new TreeMap<>(expressions);
    }

    /** One expression, whose series the legend tells apart by a label. */
    static Panel by(String label, String title, String unit, String expression) {
        return new Panel(title, unit, Map.of("{{" + label + "}}", expression));
    }
}
