package stacks;

import facility.GpuResource;
import facility.LimitDefaults;
import facility.Namespace;
import facility.Quota;
import facility.Size;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kube.Access;
import kube.Declared;
import kube.Labels;
import kube.Networking;
import kube.Quotas;

/** The facility's namespaces, each with its quota, its defaults and its fence, so that nothing in it is unlimited. */
public final class NamespacesStack implements Stack {
    private final List<Namespace> namespaces;
    private final List<String> offered;
    private final Map<String, Size> ceilings;

    /**
     * @param gpus all that nodes offer of their cards, by {@link GpuResource}
     * @param storageClasses all that claims may name
     * @param ceilings the most that a container may get, by namespace
     */
    public NamespacesStack(
            List<Namespace> namespaces,
            Collection<String> gpus,
            Collection<String> storageClasses,
            Map<String, Size> ceilings) {
        this.ceilings = Map.copyOf(ceilings);
        this.namespaces = List.copyOf(namespaces);
        this.offered = Stream.concat(
                        gpus.stream().map(Quotas::gpu), storageClasses.stream().map(Quotas::storage))
                .toList();
    }

    @Override
    public String name() {
        return "namespaces";
    }

    @Override
    public List<Declared> objects() {
        var objects = new ArrayList<Declared>();
        for (Namespace namespace : namespaces) {
            objects.add(Declared.of(object(namespace)));
            objects.add(Declared.of(quota(namespace.name(), namespace.quota())));
            objects.add(Declared.of(limits(namespace)));
            objects.add(Declared.of(Access.defaultAccountWithoutToken(namespace.name())));
            objects.add(Declared.of(Access.ownerMayView(namespace.name(), namespace.owner())));
            objects.add(Declared.of(Networking.denyAll(namespace.name())));
            objects.add(Declared.of(Networking.allowDns(namespace.name())));
        }
        objects.sort(Declared.ORDER);
        return objects;
    }

    private static io.fabric8.kubernetes.api.model.Namespace object(Namespace namespace) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace.name())
                .withLabels(Labels.common())
                .addToLabels(Labels.OWNER, namespace.owner())
                .addToLabels(Labels.EXPERIMENT, namespace.experiment())
                // What restricted-v2 grants is within Pod Security's "restricted": both judge, at every pod.
                .addToLabels(
                        "pod-security.kubernetes.io/enforce",
                        namespace.podSecurity().key())
                .addToLabels(
                        "pod-security.kubernetes.io/warn",
                        namespace.podSecurity().key())
                .addToAnnotations("openshift.io/display-name", namespace.displayName())
                .endMetadata()
                .build();
    }

    private ResourceQuota quota(String namespace, Quota quota) {
        // What a quota does not name it does not limit: who is promised nothing of it is to get nothing.
        var hard = new TreeMap<String, Quantity>();
        offered.forEach(resource -> hard.put(resource, new Quantity("0")));
        hard.putAll(Quotas.hard(quota));
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("quota")
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withHard(hard)
                .endSpec()
                .build();
    }

    /** A quota on cpu and memory refuses every container that names neither: the defaults fill them in. */
    private LimitRange limits(Namespace namespace) {
        LimitDefaults defaults = namespace.limits();
        return new LimitRangeBuilder()
                .withNewMetadata()
                .withName("defaults")
                .withNamespace(namespace.name())
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .addNewLimit()
                .withType("Container")
                .withMax(most(namespace))
                .withDefault(Map.of("cpu", quantity(defaults.cpu()), "memory", quantity(defaults.memory())))
                .withDefaultRequest(
                        Map.of("cpu", quantity(defaults.cpuRequest()), "memory", quantity(defaults.memoryRequest())))
                .endLimit()
                .endSpec()
                .build();
    }

    /** GPUs are not in it: a maximum of them refuses every container that asks for none. Their quota is the ceiling. */
    private Map<String, Quantity> most(Namespace namespace) {
        return Optional.ofNullable(ceilings.get(namespace.name()))
                .map(size -> Map.of("cpu", quantity(size.cpu()), "memory", quantity(size.memory())))
                .orElse(null);
    }

    private static Quantity quantity(facility.Quantity amount) {
        return new Quantity(amount.toString());
    }
}
