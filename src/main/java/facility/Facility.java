package facility;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One environment of the facility: its table of contents. */
public record Facility(Environment environment, Cluster cluster, List<Group> groups, List<Namespace> namespaces,
        Storage storage, Gpu gpu, JupyterHub hub, Catalogue catalogue) {
    public Facility {
        requireNonNull(environment, "environment is null");
        requireNonNull(cluster, "cluster is null");
        groups = List.copyOf(groups);
        namespaces = List.copyOf(namespaces);
        requireNonNull(storage, "storage is null");
        requireNonNull(gpu, "gpu is null");
        requireNonNull(hub, "hub is null");
        requireNonNull(catalogue, "catalogue is null");
    }

    public Optional<Namespace> namespace(String name) {
        return namespaces.stream().filter(namespace -> namespace.name().equals(name)).findFirst();
    }

    /** The MIG slices that one node of the pool offers, by profile; none for whole cards or an unknown layout. */
    public Map<String, Integer> slicesPerNode(NodePool pool) {
        return pool.gpu()
                .flatMap(cards -> gpu.layout(cards.layout()).map(layout -> layout.slicesOf(cards.perNode())))
                .orElse(Map.of());
    }

    /** The MIG slices of all nodes, by profile. */
    public Map<String, Integer> slices() {
        var all = new TreeMap<String, Integer>();
        for (var pool : cluster.nodePools()) {
            slicesPerNode(pool).forEach((profile, count) -> all.merge(profile, count * pool.nodes(), Integer::sum));
        }
        return all;
    }
}
