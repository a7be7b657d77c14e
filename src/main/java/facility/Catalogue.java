package facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every environment that the hub offers, by collaboration. */
public record Catalogue(List<Collaboration> collaborations) {
    /** The flavours of the K40 cards, dropped for their driver: listed so that their absence is a decision. */
    public static final List<Retired> RETIRED = List.of(
            new Retired("dune", "GPU SL7 (K40m)"),
            new Retired("acorn", "L-CAPE GPU SL7 (K40)"),
            new Retired("acorn", "READS GPU SL7 (K40)"),
            new Retired("fife", "GPU SL7 (K40m)"),
            new Retired("cosmic", "GPU SL7 (K40m)"),
            new Retired("cms-lpc", "GPU SL7 (K40m)"));

    /** A flavour that is no longer offered. */
    public record Retired(String collaboration, String displayName) {}

    public Catalogue {
        collaborations = List.copyOf(collaborations);
    }

    /** The offered flavours that ask for each {@link GpuResource}, as {@code collaboration/flavour}. */
    public Map<String, List<String>> flavoursByGpu() {
        var flavours = new TreeMap<String, List<String>>();
        collaborations.forEach(collaboration -> collaboration.offered().forEach(flavour -> flavour.gpu()
                .ifPresent(resource -> flavours.computeIfAbsent(resource, key -> new ArrayList<>())
                        .add(collaboration.name() + "/" + flavour.name()))));
        return flavours;
    }

    /** The same flavours, told where their service with GPUs is, seen from a namespace. */
    public Catalogue told(Gpu gpu, String namespace) {
        return new Catalogue(collaborations.stream()
                .map(collaboration -> collaboration.told(gpu, namespace))
                .toList());
    }
}
