package facility;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Worker nodes of one kind; every figure but {@code nodes} is one node's.
 *
 * @param cpu allocatable cores
 * @param memory allocatable bytes
 * @param pods the most pods that the kubelet takes
 */
public record NodePool(String name, int nodes, Quantity cpu, Quantity memory, int pods, Optional<GpuCards> gpu)
        implements Named {
    public NodePool {
        requireNonNull(name, "name is null");
        requireNonNull(cpu, "cpu is null");
        requireNonNull(memory, "memory is null");
        requireNonNull(gpu, "gpu is null");
    }
}
