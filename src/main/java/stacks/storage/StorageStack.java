package stacks.storage;

import facility.Catalogue;
import facility.Homes;
import facility.Storage;
import facility.StorageClass;
import facility.storage.Cvmfs;
import facility.storage.DataDoor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kube.Declared;
import stacks.Stack;

/**
 * What is mounted and kept: Ceph's classes (file systems for homes, block devices for services, buckets) and snapshots,
 * buckets by claim, the experiments' NFS areas with the doors to them, and what starts a pod quickly that finds a million files.
 */
public final class StorageStack implements Stack {
    private final Storage storage;
    private final Homes homes;
    private final Catalogue catalogue;
    private final String hubNamespace;

    public StorageStack(Storage storage, Homes homes, Catalogue catalogue, String hubNamespace) {
        this.catalogue = catalogue;
        this.storage = storage;
        this.homes = homes;
        this.hubNamespace = hubNamespace;
    }

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public List<Declared> objects() {
        var objects = new ArrayList<Declared>();
        for (StorageClass offered : storage.classes()) {
            var wire = new CephClass(offered, storage.cephCsi());
            objects.add(Declared.of(wire.storageClass()));
            wire.snapshotClass().ifPresent(snapshots -> objects.add(Declared.of(snapshots)));
        }
        storage.cephCsi()
                .ifPresent(csi -> CephCsiConfiguration.of(csi).forEach(object -> objects.add(Declared.of(object))));
        storage.buckets().forEach(bucket -> objects.add(Declared.of(BucketClaim.of(bucket))));
        storage.nfsAreas().forEach(area -> {
            objects.add(Declared.of(NfsVolume.volume(area, hubNamespace)));
            objects.add(Declared.of(NfsVolume.claim(area, hubNamespace)));
        });
        storage.cvmfs()
                .ifPresent(cvmfs -> CvmfsVolume.of(hubNamespace).forEach(object -> objects.add(Declared.of(object))));
        storage.s3().ifPresent(door -> storage.storageClass(door.storageClass())
                .ifPresent(buckets -> objects.add(Declared.of(S3Route.of(door, buckets)))));
        for (DataDoor door : storage.doors()) {
            storage.nfsAreas().stream()
                    .filter(area -> area.name().equals(door.area()))
                    .flatMap(area -> new DoorObjects(door, area, hubNamespace).objects().stream())
                    .forEach(object -> objects.add(Declared.of(object)));
        }
        CvmfsExecPlace.of(catalogue, hubNamespace).forEach(object -> objects.add(Declared.of(object)));
        SeLinuxRuntime.of(homes.seLinux()).forEach(object -> objects.add(Declared.of(object)));
        objects.sort(Declared.ORDER);
        return objects;
    }

    /** What users' servers mount: the areas where the experiments expect them, and each repository below /cvmfs. */
    public List<ServerMount> mounts() {
        var mounts = new ArrayList<ServerMount>();
        storage.nfsAreas()
                .forEach(area -> mounts.add(new ServerMount(
                        area.claim(), area.path(), Optional.empty(), area.readOnly(), false, area.groups())));
        storage.cvmfs().ifPresent(cvmfs -> cvmfs.repositories()
                .forEach(repository -> mounts.add(new ServerMount(
                        Cvmfs.CLAIM,
                        Cvmfs.ROOT + "/" + repository.name(),
                        Optional.of(repository.name()),
                        true,
                        true,
                        repository.groups()))));
        return List.copyOf(mounts);
    }
}
