package facility;

import facility.dask.ClusterImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every environment that the hub offers, by collaboration.
 *
 * @param sizes what their servers get, by the names that flavours use
 */
public record Catalogue(List<Size> sizes, List<Collaboration> collaborations) {
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
        sizes = List.copyOf(sizes);
        collaborations = List.copyOf(collaborations);
    }

    /** The offered flavours that ask for each {@link GpuResource}, as {@code collaboration/flavour}. */
    public Map<String, List<String>> flavoursByGpu() {
        var flavours = new TreeMap<String, List<String>>();
        entries().forEach(entry -> entry.flavour().gpu().ifPresent(resource -> flavours.computeIfAbsent(
                        resource, key -> new ArrayList<>())
                .add(entry.name())));
        return flavours;
    }

    /** The same flavours, told where their service with GPUs is, seen from a namespace. */
    public Catalogue told(Gpu gpu, String namespace) {
        return new Catalogue(
                sizes,
                collaborations.stream()
                        .map(collaboration -> collaboration.told(gpu, namespace))
                        .toList());
    }

    public Optional<Size> size(String name) {
        return sizes.stream().filter(size -> size.name().equals(name)).findFirst();
    }

    /** What a flavour's servers get: its size, with what it says itself. Empty if either names too little. */
    public Optional<Size> sizeOf(Flavour flavour) {
        Optional<Size> named = flavour.size().flatMap(this::size);
        return flavour.size().isPresent() && named.isEmpty() ? Optional.empty() : flavour.over(named);
    }

    /** What holds one server of any offered flavour; empty if none is offered. */
    public Optional<Size> largest() {
        return offered().flatMap(flavour -> sizeOf(flavour).stream()).reduce(Size::covering);
    }

    /** Every flavour that is offered, in the order of the catalogue. */
    public List<Offered> entries() {
        return collaborations.stream()
                .flatMap(collaboration ->
                        collaboration.offered().stream().map(flavour -> new Offered(collaboration, flavour)))
                .toList();
    }

    /** Of the offered flavours that hold nothing of a GPU, before those that do, the one that is kept the least for. */
    public Optional<Offered> smallest() {
        return entries().stream()
                .filter(entry -> sizeOf(entry.flavour()).isPresent())
                .min(Comparator.comparing(
                                (Offered entry) -> entry.flavour().gpu().isPresent())
                        .thenComparing(entry -> sizeOf(entry.flavour()).orElseThrow(), Size.BY_WHAT_IS_KEPT)
                        .thenComparing(Offered::name));
    }

    /** The images of offered flavours in which Dask clusters may run, by the flavours' own names for them. */
    public List<ClusterImage> daskImages() {
        return offered()
                .flatMap(flavour -> flavour.dask().stream().map(name -> new ClusterImage(name, flavour.image())))
                .toList();
    }

    private Stream<Flavour> offered() {
        return entries().stream().map(Offered::flavour);
    }
}
