package stacks.network;

import facility.Facility;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kube.Declared;
import stacks.CheckedFacility;

/** The pods that a declaration makes or lets services make, and those that are not ours. */
final class Endpoints {
    static final String OUTSIDE = "addresses outside the cluster";
    static final String ELSEWHERE = "any pod of any other namespace";

    /** What is everywhere, if a port is open to all of it. */
    static final Set<String> EVERYWHERE =
            Set.of("another namespace", "the laboratory's network", "the internet", "the cloud's metadata");

    private static final String NAME = "kubernetes.io/metadata.name";

    private final Map<String, Map<String, String>> namespaces = new TreeMap<>();
    private final List<Endpoint> own = new ArrayList<>();

    Endpoints(CheckedFacility declared) {
        var objects = declared.objects();
        Facility facility = declared.facility();
        for (Declared each : objects) {
            if (each.object() instanceof Namespace namespace) {
                var labels = new TreeMap<>(namespace.getMetadata().getLabels());
                labels.put(NAME, namespace.getMetadata().getName());
                namespaces.put(namespace.getMetadata().getName(), labels);
            }
        }
        objects.forEach(each -> template(each.object()).ifPresent(pods -> add(each.object(), pods)));
        // What services start: by KubeSpawner (the chart's singleuser.extraLabels), by Dask Gateway's controller
        // (backends/kubernetes/controller.py), by BinderHub (build.py).
        add(
                facility.hub().namespace(),
                "users' servers",
                Map.of(
                        "app.kubernetes.io/name", "jupyterhub",
                        "app.kubernetes.io/component", "singleuser-server",
                        "component", "singleuser-server",
                        "hub.jupyter.org/network-access-hub", "true"));
        for (String part : List.of("dask-scheduler", "dask-worker")) {
            add(
                    facility.dask().namespace(),
                    part,
                    Map.of(
                            "app.kubernetes.io/name", "dask-gateway",
                            "app.kubernetes.io/component", part,
                            "gateway.dask.org/instance", "dask-gateway"));
        }
        add(facility.binder().builds().namespace(), "builds", Map.of("component", "binderhub-build"));
        namespaces.keySet().forEach(namespace -> add(namespace, "any other pod", Map.of()));
    }

    List<Endpoint> own() {
        return own.stream()
                .sorted(java.util.Comparator.comparing(Endpoint::namespace)
                        .thenComparing(pod -> pod.name().equals("any other pod"))
                        .thenComparing(Endpoint::name))
                .toList();
    }

    /** OKD's own, with the labels that its operators give their namespaces. */
    static List<Endpoint> platform() {
        return List.of(
                platform("openshift-ingress", "the router", "policy-group.network.openshift.io/ingress", ""),
                platform("openshift-host-network", "the router", "policy-group.network.openshift.io/host-network", ""),
                platform("openshift-monitoring", "the scraper", "network.openshift.io/policy-group", "monitoring"),
                platform(
                        "openshift-user-workload-monitoring",
                        "the scraper",
                        "network.openshift.io/policy-group",
                        "monitoring"));
    }

    /** Who has no business here: a pod of any other namespace, and one that wears the labels of one of ours. */
    List<Endpoint> strangers() {
        var strangers = new ArrayList<Endpoint>();
        strangers.add(Endpoint.outside(OUTSIDE, "203.0.113.9"));
        strangers.add(elsewhere(ELSEWHERE, Map.of()));
        for (Endpoint pod : own) {
            strangers.add(elsewhere("whoever wears the labels of " + pod.name(), pod.labels()));
        }
        return strangers;
    }

    /** Where a pod may want to go: what the policies name by its address, and what they had better not open. */
    static List<Endpoint> beyond(List<String> blocks) {
        var beyond = new ArrayList<>(List.of(
                platform("openshift-dns", "DNS", "kubernetes.io/os", "linux"),
                elsewhere("another namespace", Map.of()),
                Endpoint.outside("the laboratory's network", "10.1.2.3"),
                Endpoint.outside("the internet", "203.0.113.9"),
                Endpoint.outside("the cloud's metadata", "169.254.169.254")));
        blocks.forEach(block -> beyond.add(Endpoint.outside(block, block.substring(0, block.indexOf('/')))));
        return beyond;
    }

    private static Endpoint platform(String namespace, String name, String label, String value) {
        return Endpoint.pod(namespace, Map.of(NAME, namespace, label, value), name, Map.of());
    }

    private static Endpoint elsewhere(String name, Map<String, String> labels) {
        return Endpoint.pod("elsewhere", Map.of(NAME, "elsewhere"), name, labels);
    }

    private void add(String namespace, String name, Map<String, String> labels) {
        own.add(Endpoint.pod(namespace, namespaces.get(namespace), name, labels));
    }

    private void add(HasMetadata object, PodTemplateSpec pods) {
        var ports = new TreeMap<String, Integer>();
        PodSpec spec = pods.getSpec();
        spec.getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .filter(port -> port.getName() != null)
                .forEach(port -> ports.put(port.getName(), port.getContainerPort()));
        String namespace = object.getMetadata().getNamespace();
        own.add(new Endpoint(
                namespace,
                namespaces.get(namespace),
                object.getMetadata().getName(),
                pods.getMetadata().getLabels(),
                ports,
                Optional.empty()));
    }

    private static Optional<PodTemplateSpec> template(HasMetadata object) {
        if (object instanceof Deployment deployment) {
            return Optional.of(deployment.getSpec().getTemplate());
        }
        if (object instanceof StatefulSet set) {
            return Optional.of(set.getSpec().getTemplate());
        }
        if (object instanceof DaemonSet set) {
            return Optional.of(set.getSpec().getTemplate());
        }
        if (object instanceof Job job) {
            return Optional.of(job.getSpec().getTemplate());
        }
        return object instanceof CronJob job
                ? Optional.of(job.getSpec().getJobTemplate().getSpec().getTemplate())
                : Optional.empty();
    }
}
