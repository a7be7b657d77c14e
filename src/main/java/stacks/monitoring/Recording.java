package stacks.monitoring;

import java.util.Map;

/** A measurement that alerts and dashboards share, computed once; named {@code facility:<what>:<operation>}. */
record Recording(String name, String expression, Map<String, String> labels) {
    Recording {
        labels = Map.copyOf(labels);
    }

    Recording(String name, String expression) {
        this(name, expression, Map.of());
    }
}
