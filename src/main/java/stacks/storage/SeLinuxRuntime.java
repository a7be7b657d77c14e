package stacks.storage;

import facility.storage.SeLinux;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.node.v1.RuntimeClassBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kube.Labels;

/**
 * The runtime class under which CRI-O looks at the label of a volume's top folder first, and leaves the rest alone if it
 * is the pod's. All pods of a namespace have the same label on OKD, so only a home's first start goes through it.
 */
public final class SeLinuxRuntime {
    /** What a pod has to carry beside the runtime class. */
    public static final String ANNOTATION = "io.kubernetes.cri-o.TrySkipVolumeSELinuxLabel";

    private static final String DROP_IN = "/etc/crio/crio.conf.d/99-selinux-runtime.conf";

    /** As crun is configured on OKD; a handler hands on only the annotations that it allows. */
    private static final String HANDLER = "[crio.runtime.runtimes." + SeLinux.RUNTIME_CLASS + "]\n"
            + "runtime_path = \"/usr/bin/crun\"\n"
            + "runtime_root = \"/run/crun\"\n"
            + "runtime_type = \"oci\"\n"
            + "allowed_annotations = [\"" + ANNOTATION + "\"]\n";

    private SeLinuxRuntime() {}

    static List<HasMetadata> of(SeLinux seLinux) {
        var objects = new ArrayList<HasMetadata>();
        if (seLinux.skips()) {
            objects.add(new RuntimeClassBuilder()
                    .withNewMetadata()
                    .withName(SeLinux.RUNTIME_CLASS)
                    .withLabels(Labels.common())
                    .endMetadata()
                    .withHandler(SeLinux.RUNTIME_CLASS)
                    .build());
            if (seLinux.handler() == SeLinux.Handler.FACILITY) {
                objects.add(machineConfig());
            }
        }
        return objects;
    }

    private static HasMetadata machineConfig() {
        String contents = "data:text/plain;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(HANDLER.getBytes(StandardCharsets.UTF_8));
        var file = new TreeMap<String, Object>(Map.of(
                "path",
                DROP_IN,
                // Octal 0644, which JSON cannot write.
                "mode",
                420,
                "overwrite",
                true,
                "contents",
                Map.of("source", contents)));
        return new GenericKubernetesResourceBuilder()
                .withApiVersion("machineconfiguration.openshift.io/v1")
                .withKind("MachineConfig")
                .withNewMetadata()
                .withName("99-worker-selinux-runtime")
                .withLabels(Labels.common())
                // Pools of further roles take the workers' configuration too.
                .addToLabels("machineconfiguration.openshift.io/role", "worker")
                .endMetadata()
                .addToAdditionalProperties(
                        "spec",
                        Map.of(
                                "config",
                                Map.of(
                                        "ignition", Map.of("version", "3.4.0"),
                                        "storage", Map.of("files", List.of(file)))))
                .build();
    }
}
