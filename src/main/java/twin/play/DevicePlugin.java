package twin.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Map;
import java.util.Optional;

/** Plays NVIDIA's device plugin on cards that are not cut: under which name each is offered, and how often. */
record DevicePlugin(int replicas, boolean renamed) {
    static final String CONFIG = "nvidia.com/device-plugin.config";
    static final String WHOLE_CARD = "nvidia.com/gpu";

    /** Without a file of its own, each card once. */
    static final DevicePlugin UNSHARED = new DevicePlugin(1, false);

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** Empty if the plugin would not start with such a file: the node then offers no card. */
    static Optional<DevicePlugin> reading(String file) {
        try {
            JsonNode root = YAML.readTree(file);
            if (!"v1".equals(root.path("version").asText())) {
                return Optional.empty();
            }
            JsonNode slicing = root.path("sharing").path("timeSlicing");
            for (JsonNode resource : slicing.path("resources")) {
                if (WHOLE_CARD.equals(resource.path("name").asText())) {
                    int replicas = resource.path("replicas").asInt();
                    return replicas < 1
                            ? Optional.empty()
                            : Optional.of(new DevicePlugin(
                                    replicas, slicing.path("renameByDefault").asBoolean()));
                }
            }
            return Optional.of(UNSHARED);
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    Map<String, Integer> offered(int cards) {
        return Map.of(renamed ? WHOLE_CARD + ".shared" : WHOLE_CARD, cards * replicas);
    }

    /** As feature discovery labels the node. */
    Map<String, String> labels(String product) {
        return Map.of(
                "nvidia.com/gpu.product",
                product + (replicas > 1 && !renamed ? "-SHARED" : ""),
                "nvidia.com/gpu.replicas",
                String.valueOf(replicas),
                "nvidia.com/gpu.sharing-strategy",
                replicas > 1 ? "time-slicing" : "none");
    }
}
