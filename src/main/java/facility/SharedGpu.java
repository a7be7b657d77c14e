package facility;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How cards are cut, and the GPUs outside the cluster. */
final class SharedGpu {
    /** The service with the T4 cards, by the name that flavours are bound to. */
    static final String TRITON = "triton";

    private SharedGpu() {}

    static Gpu of() {
        return new Gpu(
                List.of(
                        new MigLayout("all-1g.10gb", GpuCard.A100_80GB, Map.of("1g.10gb", 7)),
                        // Three slices of 20 GB leave one compute slice: a slice of 10 GB more.
                        new MigLayout("mixed-2g.20gb", GpuCard.A100_80GB, Map.of("2g.20gb", 3, "1g.10gb", 1)),
                        new MigLayout("all-3g.40gb", GpuCard.A100_80GB, Map.of("3g.40gb", 2))),
                List.of(triton()),
                // As OKD's console names it when the operator is set up there.
                Optional.of(new ClusterPolicy("gpu-cluster-policy", false)));
    }

    /** The Triton server on the T4 cards, which left OKD. */
    private static GpuService triton() {
        return new GpuService(
                TRITON,
                GpuService.Protocol.GRPC,
                true,
                443,
                Optional.of("triton.example.org"),
                Optional.of(List.of("192.0.2.0/28")),
                Optional.empty(),
                "TRITON_URL",
                List.of("jupyterhub"),
                Optional.empty());
    }
}
