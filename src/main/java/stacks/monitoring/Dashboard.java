package stacks.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kube.Labels;

/** A page of graphs, as Grafana's JSON in the form that OKD's console reads: rows, and graphs of the old type. */
record Dashboard(String name, String title, List<Panel> panels) {
    private static final String CONSOLES_NAMESPACE = "openshift-config-managed";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    Dashboard {
        panels = List.copyOf(panels);
    }

    HasMetadata object() {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("grafana-dashboard-facility-" + name)
                .withNamespace(CONSOLES_NAMESPACE)
                .withLabels(Labels.common())
                .addToLabels("console.openshift.io/dashboard", "true")
                .endMetadata()
                .withData(Map.of(name + ".json", json()))
                .build();
    }

    String json() {
        var rows = new ArrayList<Object>();
        for (int i = 0; i < panels.size(); i++) {
            rows.add(Map.of("title", panels.get(i).title(), "panels", List.of(graph(i + 1, panels.get(i)))));
        }
        var page = new TreeMap<String, Object>();
        page.put("uid", "facility-" + name);
        page.put("title", "Facility / " + title);
        page.put("schemaVersion", 16);
        page.put("tags", List.of("facility"));
        page.put("time", Map.of("from", "now-6h", "to", "now"));
        page.put("templating", Map.of("list", List.of(datasource())));
        page.put("rows", rows);
        try {
            return JSON.writeValueAsString(page) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("dashboard " + name + " could not be written", e);
        }
    }

    private static Map<String, Object> datasource() {
        return Map.of("name", "datasource", "type", "datasource", "query", "prometheus");
    }

    private static Map<String, Object> graph(int id, Panel panel) {
        var targets = new ArrayList<Object>();
        panel.expressions()
                .forEach((legend, expression) ->
                        targets.add(Map.of("expr", expression, "legendFormat", legend, "refId", String.valueOf((char)
                                ('A' + targets.size())))));
        return Map.of(
                "id",
                id,
                "type",
                "graph",
                "title",
                panel.title(),
                "datasource",
                "$datasource",
                "span",
                12,
                "targets",
                targets,
                "yaxes",
                List.of(Map.of("format", panel.unit()), Map.of("format", "short")));
    }
}
