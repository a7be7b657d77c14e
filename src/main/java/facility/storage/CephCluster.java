package facility.storage;

import static java.util.Objects.requireNonNull;

import facility.Named;
import java.util.List;
import java.util.Optional;

/**
 * A Ceph cluster outside OKD, as ceph-csi's configuration names it.
 *
 * @param name what storage classes call {@code clusterId}
 * @param monitors as host:port
 * @param subvolumeGroup where CephFS volumes are made, if not in {@code csi}
 */
public record CephCluster(String name, List<String> monitors, Optional<String> subvolumeGroup) implements Named {
    public CephCluster {
        requireNonNull(name, "name is null");
        monitors = List.copyOf(monitors);
        requireNonNull(subvolumeGroup, "subvolumeGroup is null");
    }
}
