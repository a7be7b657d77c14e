package facility;

import static java.util.Objects.requireNonNull;

/** What a container gets that names no limits or requests of its own: a LimitRange. */
public record LimitDefaults(Quantity cpu, Quantity memory, Quantity cpuRequest, Quantity memoryRequest) {
    public LimitDefaults {
        requireNonNull(cpu, "cpu is null");
        requireNonNull(memory, "memory is null");
        requireNonNull(cpuRequest, "cpuRequest is null");
        requireNonNull(memoryRequest, "memoryRequest is null");
    }
}
