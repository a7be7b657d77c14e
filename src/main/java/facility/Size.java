package facility;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * What a server gets, by a name that flavours share.
 *
 * @param cpu the most cores it may use
 * @param cpuGuarantee the cores that are kept for it
 * @param memory the most bytes it may use
 * @param memoryGuarantee the bytes that are kept for it
 */
public record Size(String name, Quantity cpu, Quantity cpuGuarantee, Quantity memory, Quantity memoryGuarantee)
        implements Named {
    /** By what is kept for a server, then by what it may use. */
    static final Comparator<Size> BY_WHAT_IS_KEPT = Comparator.comparing(Size::memoryGuarantee)
            .thenComparing(Size::cpuGuarantee)
            .thenComparing(Size::memory)
            .thenComparing(Size::cpu);

    public Size {
        requireNonNull(name, "name is null");
        requireNonNull(cpu, "cpu is null");
        requireNonNull(cpuGuarantee, "cpuGuarantee is null");
        requireNonNull(memory, "memory is null");
        requireNonNull(memoryGuarantee, "memoryGuarantee is null");
    }

    /** The larger of each limit: what holds both. */
    Size covering(Size other) {
        return new Size(
                name,
                larger(cpu, other.cpu),
                larger(cpuGuarantee, other.cpuGuarantee),
                larger(memory, other.memory),
                larger(memoryGuarantee, other.memoryGuarantee));
    }

    private static Quantity larger(Quantity one, Quantity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
