package cli;

import facility.Facility;
import facility.GpuCards;
import facility.NodePool;
import facility.StorageClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import stacks.GpuStack;
import stacks.gpu.SharingFile;
import twin.Setting;
import twin.SimulatedNode;
import twin.play.Script;

/** What the twin plays of a declaration: its node pools as nodes, its storage classes as capacity. */
final class TwinSetting {
    private TwinSetting() {}

    static Setting of(Facility facility) {
        var nodes = new ArrayList<SimulatedNode>();
        for (NodePool pool : facility.cluster().nodePools()) {
            for (String name : GpuStack.nodeNames(pool)) {
                nodes.add(new SimulatedNode(name, labels(pool), capacity(pool)));
            }
        }
        return new Setting(nodes, script(facility));
    }

    private static Script script(Facility facility) {
        var storage = new TreeMap<String, BigDecimal>();
        for (StorageClass offered : facility.storage().classes()) {
            storage.put(offered.name(), offered.capacity().value());
        }
        return new Script(facility.cluster().ingressDomain(), storage, GpuStack.PARTITION_FILE, SharingFile.NAME);
    }

    /** As node feature discovery and the GPU operator label a node with cards. */
    private static Map<String, String> labels(NodePool pool) {
        if (pool.gpu().isEmpty()) {
            return Map.of();
        }
        GpuCards cards = pool.gpu().get();
        return Map.of(
                "feature.node.kubernetes.io/pci-10de.present", "true",
                "nvidia.com/gpu.present", "true",
                "nvidia.com/gpu.product", cards.card().product(),
                "nvidia.com/gpu.count", String.valueOf(cards.perNode()),
                "nvidia.com/gpu.memory", String.valueOf(cards.card().memoryMebibytes()),
                "nvidia.com/mig.capable", String.valueOf(cards.card().hasMig()),
                "nvidia.com/mig.strategy", "mixed");
    }

    private static Map<String, String> capacity(NodePool pool) {
        return Map.of(
                "cpu",
                pool.cpu().toString(),
                "memory",
                pool.memory().toString(),
                "pods",
                String.valueOf(pool.pods()),
                "ephemeral-storage",
                "1Ti");
    }
}
