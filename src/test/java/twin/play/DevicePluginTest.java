package twin.play;

import static org.assertj.core.api.Assertions.assertThat;

import facility.GpuCard;
import facility.GpuCards;
import facility.MigLayout;
import facility.NodePool;
import facility.Quantity;
import facility.TimeSlicing;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import stacks.gpu.SharingFile;

/** The player reads the very file that is declared. */
class DevicePluginTest {
    @Test
    void a_renamed_share_leaves_the_product_as_it_is() {
        var plugin = DevicePlugin.reading(file(new TimeSlicing(4, true))).orElseThrow();
        assertThat(plugin.offered(2)).isEqualTo(Map.of("nvidia.com/gpu.shared", 8));
        assertThat(plugin.labels("Tesla-T4"))
                .containsEntry("nvidia.com/gpu.product", "Tesla-T4")
                .containsEntry("nvidia.com/gpu.replicas", "4")
                .containsEntry("nvidia.com/gpu.sharing-strategy", "time-slicing");
    }

    @Test
    void a_share_with_the_name_of_a_card_shows_in_the_product() {
        var plugin = DevicePlugin.reading(file(new TimeSlicing(3, false))).orElseThrow();
        assertThat(plugin.offered(2)).isEqualTo(Map.of("nvidia.com/gpu", 6));
        assertThat(plugin.labels("Tesla-T4")).containsEntry("nvidia.com/gpu.product", "Tesla-T4-SHARED");
    }

    @Test
    void a_file_that_the_plugin_does_not_start_with_offers_nothing() {
        assertThat(DevicePlugin.reading("")).isEmpty();
        assertThat(DevicePlugin.reading("version: v2")).isEmpty();
        assertThat(DevicePlugin.reading(file(new TimeSlicing(0, true)))).isEmpty();
    }

    @Test
    void a_file_that_shares_nothing_offers_each_card_once() {
        var plugin = DevicePlugin.reading("version: v1").orElseThrow();
        assertThat(plugin.offered(2)).isEqualTo(Map.of("nvidia.com/gpu", 2));
        assertThat(plugin.labels("Tesla-T4")).containsEntry("nvidia.com/gpu.sharing-strategy", "none");
    }

    private static String file(TimeSlicing sliced) {
        var cards = new GpuCards(GpuCard.T4, 2, MigLayout.ALL_DISABLED, Optional.of(sliced));
        var pool = new NodePool("t4", 1, Quantity.of(8), Quantity.of(8), 10, Optional.of(cards));
        var map = (ConfigMap) SharingFile.of(List.of(pool), "operator").orElseThrow();
        return map.getData().get(SharingFile.key(sliced));
    }
}
