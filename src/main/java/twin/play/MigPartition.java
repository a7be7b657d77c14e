package twin.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import facility.GpuCard;
import facility.GpuResource;
import facility.MigLayout;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plays {@code nvidia-mig-parted}: what a configuration of its file makes of a node's cards. */
final class MigPartition {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private MigPartition() {}

    /** The node's slices by resource: none if its cards stay whole; empty if the configuration is unknown or impossible. */
    static Optional<Map<String, Integer>> of(String file, String wanted, GpuCard card, int cards) {
        if (wanted.equals(MigLayout.ALL_DISABLED)) {
            return Optional.of(Map.of());
        }
        for (JsonNode entry : read(file).path("mig-configs").path(wanted)) {
            if (!meant(entry, card)) {
                continue;
            }
            if (!entry.path("mig-enabled").asBoolean()) {
                return Optional.of(Map.of());
            }
            var slices = new TreeMap<String, Integer>();
            entry.path("mig-devices")
                    .properties()
                    .forEach(
                            slice -> slices.put(slice.getKey(), slice.getValue().asInt()));
            return card.holds(slices) ? Optional.of(resources(slices, cards)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Map<String, Integer> resources(Map<String, Integer> slices, int cards) {
        var resources = new TreeMap<String, Integer>();
        slices.forEach((profile, count) -> resources.put(GpuResource.resourceName(profile), count * cards));
        return resources;
    }

    private static boolean meant(JsonNode entry, GpuCard card) {
        JsonNode filter = entry.path("device-filter");
        if (filter.isMissingNode()) {
            return true;
        }
        if (filter.isTextual()) {
            return card.deviceIds().contains(filter.asText());
        }
        for (JsonNode id : filter) {
            if (card.deviceIds().contains(id.asText())) {
                return true;
            }
        }
        return false;
    }

    /** An unreadable file configures nothing: every node that asks for a part of it fails. */
    private static JsonNode read(String file) {
        try {
            return YAML.readTree(file);
        } catch (JsonProcessingException unreadable) {
            return YAML.createObjectNode();
        }
    }
}
