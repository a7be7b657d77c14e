package stacks.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import config.FacilityReader;
import facility.CapacityReport;
import facility.CapacityRow;
import facility.Environment;
import facility.Facility;
import house.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kube.ObjectFields;
import org.junit.jupiter.api.Test;
import stacks.GpuStack;
import stacks.NamespacesStack;

/** What the environments' golden files do not show: cards that are shared, and cards that are handed out whole. */
class SharedCardsTest {
    private static final Facility FACILITY = FacilityReader.readFile(
                    Path.of("src/test/resources/facility/happy/cards-that-are-shared.yaml"), Environment.DEV, false)
            .facility()
            .orElseThrow();

    @Test
    void the_device_plugin_has_its_file_and_each_node_names_its_key() {
        var stack = new GpuStack(FACILITY.gpu(), FACILITY.cluster().nodePools());
        Golden.assertMatches(
                "golden/cards-that-are-shared/gpu.yaml",
                stack.objects().stream()
                        .map(object -> ObjectFields.yaml(object.object()))
                        .collect(Collectors.joining()));
    }

    @Test
    void the_shares_and_the_whole_cards_are_counted() {
        Map<String, List<String>> rows = CapacityReport.of(FACILITY).stream()
                .filter(row -> row.unit().equals("shares") || row.unit().equals("GPUs"))
                .collect(Collectors.toMap(
                        CapacityRow::key,
                        row -> List.of(
                                row.promised().toString(), row.available().toString())));
        assertThat(rows)
                .containsOnly(
                        Map.entry("gpu[gpu]", List.of("2", "2")), Map.entry("gpu[gpu.shared]", List.of("32", "32")));
    }

    @Test
    void the_quota_limits_them_under_the_names_that_nodes_offer() {
        String quotas = new NamespacesStack(
                        FACILITY.namespaces(), FACILITY.slices().keySet(), java.util.List.of(), FACILITY.ceilings())
                .objects().stream()
                        .map(object -> ObjectFields.yaml(object.object()))
                        .filter(object -> object.contains("kind: ResourceQuota"))
                        .collect(Collectors.joining());
        assertThat(quotas)
                .contains("requests.nvidia.com/gpu: \"2\"")
                .contains("requests.nvidia.com/gpu.shared: \"32\"");
        // Of the namespaces that are promised none.
        assertThat(quotas.split("requests.nvidia.com/gpu: \"0\"", -1))
                .hasSize(FACILITY.namespaces().size());
    }
}
