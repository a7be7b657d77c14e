package facility;

import static java.util.Objects.requireNonNull;

import facility.binder.BinderHub;
import facility.checkmk.Checkmk;
import facility.console.Console;
import facility.dask.DaskGateway;
import facility.ferry.Ferry;
import facility.monitoring.Monitoring;
import facility.storage.DataDoor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One environment of the facility: its table of contents. */
public record Facility(
        Environment environment,
        Cluster cluster,
        List<Group> groups,
        List<Namespace> namespaces,
        List<Experiment> experiments,
        Storage storage,
        Gpu gpu,
        JupyterHub hub,
        Catalogue catalogue,
        Ferry ferry,
        Operations operations,
        Console console,
        BinderHub binder,
        Optional<Checkmk> checkmk,
        DaskGateway dask,
        Monitoring monitoring,
        Promotion promotion) {
    public Facility {
        requireNonNull(environment, "environment is null");
        requireNonNull(monitoring, "monitoring is null");
        requireNonNull(cluster, "cluster is null");
        groups = List.copyOf(groups);
        namespaces = List.copyOf(namespaces);
        experiments = List.copyOf(experiments);
        requireNonNull(storage, "storage is null");
        requireNonNull(gpu, "gpu is null");
        requireNonNull(hub, "hub is null");
        requireNonNull(catalogue, "catalogue is null");
        requireNonNull(ferry, "ferry is null");
        requireNonNull(operations, "operations is null");
        requireNonNull(console, "console is null");
        requireNonNull(binder, "binder is null");
        requireNonNull(checkmk, "checkmk is null");
        requireNonNull(dask, "dask is null");
        requireNonNull(promotion, "promotion is null");
    }

    /** The same values as another environment's: what differs then comes from no declared value. */
    public Facility as(Environment other) {
        return with(other, groups, namespaces);
    }

    /** The same facility with other groups. */
    public Facility withGroups(List<Group> others) {
        return with(environment, others, namespaces);
    }

    /** The same facility with other namespaces. */
    public Facility withNamespaces(List<Namespace> others) {
        return with(environment, groups, others);
    }

    /**
     * The same facility, the hub's namespace promised what is left of each GPU resource that a flavour asks for and its
     * quota says nothing of: a flavour, or a layout, is declared without another edit.
     */
    public Facility withQuotasOfFlavours() {
        return withNamespaces(namespaces.stream()
                .map(namespace -> namespace.name().equals(hub.namespace())
                        ? namespace.withQuota(namespace.quota().filled(left(namespace)))
                        : namespace)
                .toList());
    }

    /** What nodes offer and flavours ask for, without what other namespaces are promised; nothing of what is used up. */
    private Map<String, Integer> left(Namespace except) {
        var left = new TreeMap<>(slices());
        left.keySet().retainAll(catalogue.flavoursByGpu().keySet());
        namespaces.stream()
                .filter(namespace -> !namespace.name().equals(except.name()))
                .forEach(namespace -> namespace
                        .quota()
                        .gpu()
                        .forEach((resource, count) -> left.computeIfPresent(resource, (name, all) -> all - count)));
        left.values().removeIf(count -> count < 1);
        return left;
    }

    /** The most that a container may get, by the namespaces where flavours say it. */
    public Map<String, Size> ceilings() {
        return catalogue
                .largest()
                .map(largest -> Map.of(hub.namespace(), largest))
                .orElse(Map.of());
    }

    private Facility with(Environment other, List<Group> otherGroups, List<Namespace> otherNamespaces) {
        return new Facility(
                other,
                cluster,
                otherGroups,
                otherNamespaces,
                experiments,
                storage,
                gpu,
                hub,
                catalogue,
                ferry,
                operations,
                console,
                binder,
                checkmk,
                dask,
                monitoring,
                promotion);
    }

    public Optional<Namespace> namespace(String name) {
        return namespaces.stream()
                .filter(namespace -> namespace.name().equals(name))
                .findFirst();
    }

    /** The namespaces whose total the experiment holds. */
    public List<Namespace> namespacesOf(Experiment experiment) {
        return namespaces.stream()
                .filter(namespace -> namespace.experiment().equals(experiment.name()))
                .toList();
    }

    /** The hosts that services claim, by the path of the declaration that names each. */
    public Map<String, String> hosts() {
        var hosts =
                new TreeMap<>(Map.of("hub.host", hub.host(), "binder.host", binder.host(), "dask.host", dask.host()));
        storage.s3().ifPresent(door -> hosts.put("storage.s3.host", door.host()));
        storage.doors().forEach(door -> hosts.put(pathOfHost(door), door.host()));
        return hosts;
    }

    /** Those of {@link #hosts} that refuse whoever does not say at once who it is: an answer of theirs is a refusal. */
    public Set<String> refusingHosts() {
        return storage.doors().stream().map(Facility::pathOfHost).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String pathOfHost(DataDoor door) {
        return "storage.doors[" + door.name() + "].host";
    }

    /** The secrets that its services need. */
    public List<SecretValue> secrets() {
        return Stream.of(
                        hub.secrets(),
                        ferry.secrets(),
                        binder.secrets(),
                        dask.secrets(),
                        storage.secrets(),
                        checkmk.map(Checkmk::secrets).orElse(List.of()))
                .flatMap(List::stream)
                .toList();
    }

    /** Whether every pool's layout is declared; if one is not, nothing can be said about slices. */
    public boolean layoutsResolve() {
        return cluster.nodePools().stream()
                .flatMap(pool -> pool.gpu().stream())
                .allMatch(cards -> cards.whole() || gpu.layout(cards.layout()).isPresent());
    }

    /** What one node of the pool offers of its cards, by {@link GpuResource}; nothing for an unknown layout. */
    public Map<String, Integer> slicesPerNode(NodePool pool) {
        return pool.gpu()
                .map(cards -> cards.whole()
                        ? cards.uncut()
                        : gpu.layout(cards.layout())
                                .map(layout -> layout.slicesOf(cards.perNode()))
                                .orElse(Map.of()))
                .orElse(Map.of());
    }

    /** What all nodes offer of their cards, by {@link GpuResource}. */
    public Map<String, Integer> slices() {
        var all = new TreeMap<String, Integer>();
        for (var pool : cluster.nodePools()) {
            slicesPerNode(pool).forEach((profile, count) -> all.merge(profile, count * pool.nodes(), Integer::sum));
        }
        return all;
    }
}
