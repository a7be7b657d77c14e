package facility;

import static java.util.Objects.requireNonNull;

import facility.storage.Bucket;
import facility.storage.CephCsi;
import facility.storage.Cvmfs;
import facility.storage.DataDoor;
import facility.storage.NfsArea;
import facility.storage.S3Door;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ceph as the facility offers it, and what is mounted beside it.
 *
 * @param capacity bytes of Ceph that all classes and the snapshots share
 * @param snapshotReserve bytes of it that no class is given: snapshots grow as their volumes change
 * @param cephCsi the drivers, where they stand alone
 * @param cvmfs read-only software by a node plugin
 * @param s3 how buckets are reached from outside, if they are
 * @param doors how areas are reached from outside, where they are
 */
public record Storage(
        Quantity capacity,
        Quantity snapshotReserve,
        List<StorageClass> classes,
        Optional<CephCsi> cephCsi,
        List<Bucket> buckets,
        List<NfsArea> nfsAreas,
        Optional<Cvmfs> cvmfs,
        Optional<S3Door> s3,
        List<DataDoor> doors) {
    public Storage {
        requireNonNull(capacity, "capacity is null");
        requireNonNull(snapshotReserve, "snapshotReserve is null");
        classes = List.copyOf(classes);
        requireNonNull(cephCsi, "cephCsi is null");
        buckets = List.copyOf(buckets);
        nfsAreas = List.copyOf(nfsAreas);
        requireNonNull(cvmfs, "cvmfs is null");
        requireNonNull(s3, "s3 is null");
        doors = List.copyOf(doors);
    }

    public Optional<StorageClass> storageClass(String name) {
        return classes.stream().filter(offered -> offered.name().equals(name)).findFirst();
    }

    /** The secrets that the drivers and the doors need. */
    public List<SecretValue> secrets() {
        return Stream.concat(
                        cephCsi.map(CephCsi::secrets).orElse(List.of()).stream(),
                        doors.stream().flatMap(door -> door.server().secret(door.name()).stream()))
                .toList();
    }
}
