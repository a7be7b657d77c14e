package stacks.gpu;

import facility.ClusterPolicy;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the GPU operator has to be told: which files are the facility's, and under which names slices are offered. */
public final class OperatorSettings {
    private OperatorSettings() {}

    /**
     * Fields of the operator's own object.
     *
     * @param shares whether a node names a part of the device plugin's file
     */
    public static HasMetadata of(ClusterPolicy policy, String partitionFile, boolean shares) {
        var spec = new TreeMap<String, Object>();
        // Each profile is a resource of its own; with "single" all slices of a node would be nvidia.com/gpu.
        spec.put("mig", Map.of("strategy", "mixed"));
        spec.put(
                "migManager",
                Map.of(
                        "enabled",
                        true,
                        "config",
                        Map.of("name", partitionFile),
                        "env",
                        List.of(Map.of("name", "WITH_REBOOT", "value", String.valueOf(policy.withReboot())))));
        if (shares) {
            // Without a default: nodes that name no key stay as they are.
            spec.put("devicePlugin", Map.of("config", Map.of("name", SharingFile.NAME)));
        }
        return new GenericKubernetesResourceBuilder()
                .withApiVersion("nvidia.com/v1")
                .withKind("ClusterPolicy")
                .withNewMetadata()
                .withName(policy.name())
                // The administrators' defaults are theirs; these are the facility's.
                .addToAnnotations("pulumi.com/patchForce", "true")
                .endMetadata()
                .withAdditionalProperties(Map.of("spec", spec))
                .build();
    }
}
