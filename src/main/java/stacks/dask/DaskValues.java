package stacks.dask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import facility.Image;
import facility.JupyterHub;
import facility.Quantity;
import facility.dask.Choice;
import facility.dask.DaskGateway;
import facility.dask.SchedulerDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Dask Gateway as values of a chart: the one place that knows the names of upstream's, which the project's own takes too. */
final class DaskValues {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DaskGateway dask;
    private final JupyterHub hub;

    DaskValues(DaskGateway dask, JupyterHub hub) {
        this.dask = dask;
        this.hub = hub;
    }

    Map<String, Object> values() {
        return new TreeMap<>(Map.of(
                "gateway",
                gateway(),
                "controller",
                Map.of(
                        "image",
                        image(dask.serverImage()),
                        "completedClusterMaxAge",
                        dask.limits().keepFinished().toSeconds()),
                "traefik",
                traefik()));
    }

    private Map<String, Object> gateway() {
        var jupyterhub = Map.of(
                "apiTokenFromSecretName", DaskGatewayStack.SECRET,
                "apiTokenFromSecretKey", DaskGatewayStack.TOKEN_KEY,
                "apiUrl", "http://hub." + hub.namespace() + ":8081/hub/api",
                "jupyterhubServiceName", DaskGatewayStack.SERVICE);
        return Map.of(
                "image", image(dask.serverImage()),
                "auth", Map.of("type", "jupyterhub", "jupyterhub", jupyterhub),
                "extraConfig", Map.of("limits", limits(), "options", options()),
                "backend", backend());
    }

    private Map<String, Object> backend() {
        Map<String, Object> restricted = Map.of(
                "securityContext", Map.of("runAsNonRoot", true, "seccompProfile", Map.of("type", "RuntimeDefault")));
        Map<String, Object> container = Map.of(
                "securityContext",
                Map.of("allowPrivilegeEscalation", false, "capabilities", Map.of("drop", List.of("ALL"))));
        var scheduler = new TreeMap<String, Object>(size(dask.schedulerCpu(), dask.schedulerMemory()));
        var worker = new TreeMap<String, Object>(size(
                Quantity.of(dask.workerCores().standard()),
                Quantity.parse(dask.workerMemory().standard() + "Gi")));
        for (var pods : List.of(scheduler, worker)) {
            pods.put("extraPodConfig", restricted);
            pods.put("extraContainerConfig", container);
        }
        return Map.of("image", image(dask.images().get(0).image()), "scheduler", scheduler, "worker", worker);
    }

    private static Map<String, Object> size(Quantity cpu, Quantity memory) {
        // Dask Gateway takes bytes as a number: its own suffixes are not those of Kubernetes.
        var bytes = memory.roundedUp();
        return Map.of(
                "cores", Map.of("request", cpu.value(), "limit", cpu.value()),
                "memory", Map.of("request", bytes, "limit", bytes));
    }

    private Map<String, Object> traefik() {
        var door = dask.door();
        var tcp = new TreeMap<String, Object>(Map.of("port", door.port()));
        door.nodePort().ifPresent(port -> tcp.put("nodePort", port));
        var service = new TreeMap<String, Object>();
        service.put(
                "type",
                switch (door.use()) {
                    case LOAD_BALANCER -> "LoadBalancer";
                    case NODE_PORT -> "NodePort";
                    case EXTERNAL_IP -> "ClusterIP";
                });
        service.put("ports", Map.of("web", Map.of("port", 80), "tcp", tcp));
        if (door.use() == SchedulerDoor.Kind.EXTERNAL_IP) {
            service.put("spec", Map.of("externalIPs", door.externalIPs()));
        }
        return Map.of(
                "image",
                Map.of(
                        "name",
                        dask.traefikImage().name(),
                        "tag",
                        dask.traefikImage().tag()),
                // Traefik looks at, and reads secrets of, this namespace only.
                "additionalArguments",
                List.of("--providers.kubernetescrd.namespaces=" + dask.namespace(), TraefikMetrics.ARGUMENT),
                "service",
                service);
    }

    /** Traits that upstream's chart has no value for. */
    private String limits() {
        var limits = dask.limits();
        return String.join(
                "\n",
                "c.ClusterConfig.cluster_max_cores = " + limits.cores(),
                "c.ClusterConfig.cluster_max_memory = " + limits.memory().roundedUp(),
                "c.ClusterConfig.cluster_max_workers = " + limits.workers(),
                "c.ClusterConfig.idle_timeout = " + limits.idleTimeout().toSeconds(),
                "");
    }

    private String options() {
        var ordered = dask.images().stream()
                .map(each -> List.of(each.name(), each.image().toString()))
                .toList();
        try (var text = DaskValues.class.getResourceAsStream("options.py")) {
            return "LIMITS = "
                    + JSON.writeValueAsString(new TreeMap<>(
                            Map.of("cores", three(dask.workerCores()), "memory", three(dask.workerMemory()))))
                    + "\nIMAGES = [tuple(each) for each in " + JSON.writeValueAsString(ordered) + "]\n"
                    + new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the options could not be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> three(Choice choice) {
        return List.of(choice.min(), choice.max(), choice.standard());
    }

    private static Map<String, Object> image(Image image) {
        return Map.of("name", image.name(), "tag", image.tag(), "pullPolicy", "IfNotPresent");
    }
}
