package stacks.gpu;

import facility.Facility;
import facility.GpuCards;
import facility.GpuResource;
import facility.NodeGpus;
import facility.NodePool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stacks.GpuStack;

/**
 * What another way of cutting or sharing cards does to nodes and users: what is declared, against what the nodes say.
 *
 * @param nodes nodes of one pool that change in the same way
 * @param slices what flavours lose or gain by it
 */
public record LayoutChanges(List<NodeChange> nodes, List<SliceChange> slices) {
    public LayoutChanges {
        nodes = List.copyOf(nodes);
        slices = List.copyOf(slices);
    }

    /** The changes of all nodes that are there; a node that is not there yet has nothing to lose. */
    public static LayoutChanges of(Facility facility, List<NodeGpus> live) {
        var byName = live.stream().collect(Collectors.toMap(NodeGpus::node, node -> node));
        var nodes = new LinkedHashMap<NodeChange, List<String>>();
        var before = new TreeMap<String, Integer>();
        var after = new TreeMap<String, Integer>();
        for (NodePool pool : facility.cluster().nodePools()) {
            if (pool.gpu().isEmpty()) {
                continue;
            }
            Map<String, Integer> declared = facility.slicesPerNode(pool);
            for (String name : GpuStack.nodeNames(pool)) {
                NodeGpus node = byName.get(name);
                if (node == null) {
                    continue;
                }
                var change = change(pool.name(), pool.gpu().get(), node, declared);
                change.ifPresent(found ->
                        nodes.computeIfAbsent(found, key -> new ArrayList<>()).add(name));
                boolean takesEffect = change.filter(NodeChange::takesEffect).isPresent();
                add(before, node.offered());
                add(after, takesEffect ? declared : node.offered());
            }
        }
        var changed = new ArrayList<NodeChange>();
        nodes.forEach((change, names) -> changed.add(change.of(names)));
        return new LayoutChanges(changed, slices(facility, before, after));
    }

    public boolean none() {
        return nodes.isEmpty();
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        nodes.forEach(change -> lines.add(change.line()));
        slices.forEach(change -> lines.add(change.line()));
        return lines;
    }

    private static Optional<NodeChange> change(
            String pool, GpuCards cards, NodeGpus node, Map<String, Integer> declared) {
        if (cards.card().hasMig() && !cards.layout().equals(node.layout())) {
            return Optional.of(new NodeChange(pool, List.of(), NodeChange.Kind.CUT, node.layout(), cards.layout()));
        }
        var sharing = cards.timeSlicing().map(SharingFile::key);
        if (!sharing.equals(node.sharing())) {
            return Optional.of(new NodeChange(
                    pool,
                    List.of(),
                    NodeChange.Kind.SHARED,
                    node.sharing().orElse("unshared"),
                    sharing.orElse("unshared")));
        }
        boolean other = !cards.whole() && node.settled() && !node.offered().equals(declared);
        return other
                ? Optional.of(new NodeChange(
                        pool, List.of(), NodeChange.Kind.NOT_CUT_AGAIN, written(node.offered()), written(declared)))
                : Optional.empty();
    }

    private static String written(Map<String, Integer> slices) {
        return slices.isEmpty()
                ? "nothing"
                : slices.entrySet().stream()
                        .map(slice -> slice.getValue() + " x " + slice.getKey())
                        .collect(Collectors.joining(" + "));
    }

    private static void add(Map<String, Integer> sum, Map<String, Integer> node) {
        node.forEach((resource, count) -> sum.merge(resource, count, Integer::sum));
    }

    /** Without whole cards that no flavour asks for: of those, nobody loses any. */
    private static List<SliceChange> slices(
            Facility facility, Map<String, Integer> before, Map<String, Integer> after) {
        var flavours = facility.catalogue().flavoursByGpu();
        var all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        return all.stream()
                .filter(resource -> flavours.containsKey(resource) || !resource.equals(GpuResource.WHOLE))
                .map(resource -> new SliceChange(
                        resource,
                        before.getOrDefault(resource, 0),
                        after.getOrDefault(resource, 0),
                        flavours.getOrDefault(resource, List.of())))
                .filter(change -> change.before() != change.after())
                .toList();
    }
}
