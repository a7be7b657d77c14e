package cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import engine.Changes;
import facility.Environment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stacks.gpu.LayoutChanges;
import stacks.gpu.NodeChange;
import stacks.gpu.SliceChange;

class ChangeJsonTest {
    @Test
    void layouts_say_which_nodes_are_cut_and_which_flavours_lose_slices() throws Exception {
        var layouts = new LayoutChanges(
                List.of(new NodeChange(
                        "gpu-10gb", List.of("gpu-10gb-0"), NodeChange.Kind.CUT, "all-1g.10gb", "halves")),
                List.of(new SliceChange("1g.10gb", 8, 1, List.of("dune/gpu-sl7"))));
        String json = ChangeJson.of(
                Environment.DEV,
                "twin/dev",
                new Changes(List.of(), Map.of(), List.of(), List.of(), 0),
                List.of(),
                layouts);
        assertThat(new ObjectMapper().readTree(json).path("layouts"))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"nodes": [{"pool": "gpu-10gb", "nodes": ["gpu-10gb-0"], "effect": "cut",
                                                    "from": "all-1g.10gb", "to": "halves"}],
                                         "slices": [{"resource": "1g.10gb", "before": 8, "after": 1,
                                                     "flavours": ["dune/gpu-sl7"]}]}
                                        """));
    }
}
