package target;

import static org.assertj.core.api.Assertions.assertThat;

import facility.NodeGpus;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Labels and resources of a node, as the operator writes them. */
class LiveGpusTest {
    @Test
    void slices_are_read_under_the_names_that_flavours_ask_for() {
        var node = new NodeBuilder()
                .withNewMetadata()
                .withName("gpu-0")
                .addToLabels("nvidia.com/mig.config", "mixed")
                .addToLabels("nvidia.com/mig.config.state", "success")
                .addToLabels("nvidia.com/device-plugin.config", "time-slicing-2")
                .endMetadata()
                .withNewStatus()
                .addToAllocatable("cpu", new Quantity("64"))
                .addToAllocatable("nvidia.com/mig-1g.10gb.me", new Quantity("1"))
                .addToAllocatable("nvidia.com/mig-2g.20gb", new Quantity("3"))
                .addToAllocatable("nvidia.com/gpu.shared", new Quantity("8"))
                .addToAllocatable("nvidia.com/gpu", new Quantity("0"))
                .endStatus()
                .build();
        assertThat(LiveGpus.of(node))
                .isEqualTo(new NodeGpus(
                        "gpu-0",
                        "mixed",
                        true,
                        Optional.of("time-slicing-2"),
                        Map.of("1g.10gb+me", 1, "2g.20gb", 3, "gpu.shared", 8)));
    }

    @Test
    void a_new_node_is_as_the_operator_leaves_it() {
        var node = new NodeBuilder()
                .withNewMetadata()
                .withName("gpu-0")
                .endMetadata()
                .build();
        assertThat(LiveGpus.of(node))
                .isEqualTo(new NodeGpus("gpu-0", "all-disabled", false, Optional.empty(), Map.of()));
    }
}
