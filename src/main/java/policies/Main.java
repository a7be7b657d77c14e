package policies;

import facility.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import policy.Node;
import policy.Resource;
import policy.analyzer.PackServer;

/** What the engine starts for {@code --policy-pack policies}. */
public final class Main {
    private Main() {}

    /**
     * Serves until the engine is done.
     *
     * @param args {@code --rehearse} to end after one round, for the archive of its classes: toolchain/archive-classes
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var root = Path.of(System.getProperty("facility.root", ""));
        var pack = new FacilityPack(root.toAbsolutePath(), Clock.systemUTC());
        if (List.of(args).contains("--rehearse")) {
            PackServer.rehearse(pack, Environment.PROD.key(), List.of(deployment(), hub()));
        } else {
            PackServer.main(pack);
        }
    }

    private static Resource deployment() {
        var container = Map.of("name", "hub", "image", "quay.io/jupyterhub/k8s-hub:1", "env", List.of());
        return resource(
                "kubernetes:apps/v1:Deployment",
                Map.of("template", Map.of("spec", Map.of("containers", List.of(container)))),
                Map.of());
    }

    private static Resource hub() {
        return resource("kubernetes:core/v1:ConfigMap", Map.of(), Map.of("values.yaml", "cull: {enabled: true}"));
    }

    private static Resource resource(String type, Map<String, Object> spec, Map<String, Object> data) {
        var fields = Map.of("metadata", Map.of("name", "hub", "namespace", "jupyterhub"), "spec", spec, "data", data);
        return new Resource(type, "", "jupyterhub/hub", Node.of(Map.copyOf(fields)), true, Optional.empty());
    }
}
