package facility;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue: every flavour of both environments. To add one, add a line to its collaboration: what else it needs
 * follows from it. An environment switches it off, or changes any of its values, under {@code facility:catalogue}.
 */
final class FacilityCatalogue {
    /** The facility's own images, built from one repository and released together. */
    private static final String IMAGES = "registry.example.org/eaf/";

    private static final String RELEASE = "2026.11";

    /** What the repository of the images pins; jupyterhub-singleuser comes from it. */
    private static final Version JUPYTERHUB = new Version(5, 5, 0);

    private static final String SLICE_10_GB = "1g.10gb";

    /** What a flavour that asked for a T4 says since it gets a slice of an A100. */
    private static final String FORMERLY_T4 = " (MIG 10 GB, formerly T4)";

    private FacilityCatalogue() {}

    static Catalogue shared() {
        return new Catalogue(sizes(), List.of(dune(), acorn(), fife(), cosmic(), fermi(), lpc()));
    }

    /** A flavour names one of these, so that a size is changed for all of its flavours at once. */
    private static List<Size> sizes() {
        return List.of(
                size("tiny", "500m", "100m", "512Mi", "256Mi"),
                size("small", "4", "1", "8Gi", "4Gi"),
                size("medium", "4", "2", "16Gi", "8Gi"),
                size("large", "8", "2", "32Gi", "16Gi"),
                size("xlarge", "16", "2", "64Gi", "16Gi"));
    }

    private static Collaboration dune() {
        return new Collaboration(
                "dune",
                "LBNF/DUNE/ProtoDUNE",
                List.of("dune"),
                List.of(
                        cpu("sl7", "SL7 general purpose", "dune-sl7"),
                        gpu("gpu-sl7", "GPU SL7" + FORMERLY_T4, "dune-gpu-sl7")));
    }

    private static Collaboration acorn() {
        return new Collaboration(
                "acorn",
                "ACORN",
                List.of("accel-ai"),
                List.of(
                        cpu("cpu-sl7", "ACORN CPU SL7", "acorn-sl7"),
                        gpu("gpu-sl7", "ACORN GPU SL7" + FORMERLY_T4, "acorn-gpu-sl7"),
                        cpu("l-cape-cpu-sl7", "L-CAPE CPU SL7", "l-cape-sl7"),
                        gpu("l-cape-gpu-sl7", "L-CAPE GPU SL7" + FORMERLY_T4, "l-cape-gpu-sl7"),
                        cpu("reads-cpu-sl7", "READS CPU SL7", "reads-sl7"),
                        gpu("reads-gpu-sl7", "READS GPU SL7" + FORMERLY_T4, "reads-gpu-sl7")));
    }

    private static Collaboration fife() {
        return new Collaboration(
                "fife",
                "FIFE/Neutrinos",
                List.of("fife"),
                List.of(
                        cpu("sl7", "SL7 general purpose", "fife-sl7"),
                        gpu("gpu-sl7", "GPU SL7" + FORMERLY_T4, "fife-gpu-sl7")));
    }

    private static Collaboration cosmic() {
        return new Collaboration(
                "cosmic",
                "Cosmic Frontier",
                List.of("cosmic"),
                List.of(
                        cpu("sl7", "SL7 general purpose", "cosmic-sl7"),
                        gpu("gpu-sl7", "GPU SL7" + FORMERLY_T4, "cosmic-gpu-sl7")));
    }

    private static Collaboration fermi() {
        return new Collaboration(
                "fermi",
                "Fermi generic",
                List.of("fermi"),
                List.of(
                        cpu("basic-sl7", "Basic SL7", "basic-sl7"),
                        cpu("basic-ocs", "Basic OCS", "basic-ocs"),
                        cpu("al9", "AL9 general purpose", "al9"),
                        gpu("mig-10gb", "AL9 GPU (MIG 10 GB)", "gpu-al9"),
                        large("mig-20gb", "AL9 GPU (MIG 20 GB)", "2g.20gb", "large"),
                        large("mig-40gb", "AL9 GPU (MIG 40 GB)", "3g.40gb", "xlarge"),
                        rescue()));
    }

    private static Collaboration lpc() {
        return new Collaboration(
                "cms-lpc",
                "CMS LPC",
                List.of("lpc"),
                List.of(
                        cpu("sl7", "SL7 vanilla", "lpc-sl7"),
                        dask("coffea-dask", "SL7 COFFEA-Dask", "lpc-coffea-dask", "lpc-coffea"),
                        gpu("gpu-sl7", "GPU SL7" + FORMERLY_T4, "lpc-gpu-sl7"),
                        bdt()));
    }

    private static Flavour cpu(String name, String displayName, String image) {
        return plain(name, displayName, image, "small", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Dask clusters run in the image of the notebook, so that their versions agree. */
    private static Flavour dask(String name, String displayName, String image, String choice) {
        return plain(name, displayName, image, "small", Optional.empty(), Optional.empty(), Optional.of(choice));
    }

    /** The default GPU flavour: a slice of 10 GB. */
    private static Flavour gpu(String name, String displayName, String image) {
        return plain(name, displayName, image, "medium", Optional.of(SLICE_10_GB), Optional.empty(), Optional.empty());
    }

    private static Flavour large(String name, String displayName, String slice, String size) {
        return plain(name, displayName, "gpu-al9", size, Optional.of(slice), Optional.empty(), Optional.empty());
    }

    /** Its GPUs are those of a service: the T4 cards went there. */
    private static Flavour bdt() {
        return plain(
                "bdt",
                "SL7 Boosted Decision Trees (GPU as a service, T4)",
                "lpc-bdt-sl7",
                "small",
                Optional.empty(),
                Optional.of(SharedGpu.TRITON),
                Optional.empty());
    }

    /** One with the home in its usual place, and the hub's and its collaboration's own settings for the rest. */
    private static Flavour plain(
            String name,
            String displayName,
            String image,
            String size,
            Optional<String> gpu,
            Optional<String> gpuService,
            Optional<String> dask) {
        return new Flavour(
                name,
                displayName,
                true,
                image(image),
                JUPYTERHUB,
                Optional.of(size),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                gpu,
                gpuService,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                dask);
    }

    /** For a user whose home is full: a server that starts without writing to it. */
    private static Flavour rescue() {
        return new Flavour(
                "rescue",
                "Rescue notebook",
                true,
                image("rescue"),
                JUPYTERHUB,
                Optional.of("tiny"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.of("/tmphome"),
                Optional.of("/terminals/1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Image image(String name) {
        return new Image(IMAGES + name, RELEASE);
    }

    private static Size size(String name, String cpu, String cpuGuarantee, String memory, String memoryGuarantee) {
        return new Size(name, amount(cpu), amount(cpuGuarantee), amount(memory), amount(memoryGuarantee));
    }

    private static Quantity amount(String text) {
        return Quantity.parse(text);
    }
}
