package policies.rules;

import facility.Capacity;
import facility.Facility;
import facility.GpuCards;

/**
 * What the declared node pools, layouts and Ceph can give.
 *
 * @param wholeCards GPUs that are not cut
 */
public record Available(Capacity capacity, int wholeCards) {
    public static Available of(Facility facility) {
        int whole = facility.cluster().nodePools().stream()
                .mapToInt(pool -> pool.nodes()
                        * pool.gpu()
                                .filter(GpuCards::whole)
                                .map(GpuCards::perNode)
                                .orElse(0))
                .sum();
        return new Available(Capacity.of(facility), whole);
    }
}
