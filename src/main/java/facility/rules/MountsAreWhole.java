package facility.rules;

import facility.Facility;
import facility.Group;
import facility.Nearest;
import facility.Problems;
import facility.storage.Cvmfs;
import facility.storage.CvmfsRepository;
import facility.storage.NfsArea;
import java.util.List;

/** NFS areas and CVMFS repositories have a place that can be mounted, and somebody who mounts them. */
final class MountsAreWhole implements Rule {
    /** Zero-to-jupyterhub's singleuser.storage.homeMountPath, which this project leaves as it is. */
    private static final String HOME = "/home/jovyan";

    @Override
    public void check(Facility facility, Problems problems) {
        for (NfsArea area : facility.storage().nfsAreas()) {
            String path = "storage.nfsAreas[" + area.name() + "]";
            groups(facility, path, area.groups(), problems);
            host(path + ".server", area.server(), problems);
            place(facility, area, path + ".path", problems);
            if (!area.path().startsWith("/")) {
                problems.add(
                        path + ".path",
                        "is no exported folder",
                        "\"" + area.path() + "\"",
                        "an absolute path",
                        "write it as the server exports it");
            }
            if (area.size().isZero() || area.size().isNegative()) {
                problems.add(
                        path + ".size",
                        "is no amount",
                        area.size().toString(),
                        "more than 0; nothing enforces it",
                        "write what the area holds");
            }
        }
        facility.storage().cvmfs().ifPresent(cvmfs -> {
            for (CvmfsRepository repository : cvmfs.repositories()) {
                String path = "storage.cvmfs.repositories[" + repository.name() + "]";
                groups(facility, path, repository.groups(), problems);
                host(path, repository.name(), problems);
            }
        });
    }

    /** Servers mount an area where it is exported, so no two may be, nor one over something else. */
    private static void place(Facility facility, NfsArea area, String path, Problems problems) {
        facility.storage().nfsAreas().stream()
                .takeWhile(other -> !other.equals(area))
                .filter(other -> covers(other.path(), area.path()) || covers(area.path(), other.path()))
                .forEach(other ->
                        taken(path, area, "storage.nfsAreas[" + other.name() + "] at " + other.path(), problems));
        if (covers(area.path(), HOME) || covers(HOME, area.path())) {
            taken(path, area, "the users' homes at " + HOME, problems);
        }
        if (facility.storage().cvmfs().isPresent()
                && (covers(area.path(), Cvmfs.ROOT) || covers(Cvmfs.ROOT, area.path()))) {
            taken(path, area, "CVMFS at " + Cvmfs.ROOT, problems);
        }
    }

    private static boolean covers(String folder, String path) {
        return path.equals(folder) || path.startsWith(folder.endsWith("/") ? folder : folder + "/");
    }

    private static void taken(String path, NfsArea area, String by, Problems problems) {
        problems.add(
                path,
                "is where servers mount something else, or hides it",
                "\"" + area.path() + "\"",
                "a folder apart from " + by,
                "export it under another path");
    }

    private static void host(String path, String name, Problems problems) {
        if (!DnsName.isHost(name)) {
            problems.add(
                    path,
                    "is no fully qualified name",
                    "\"" + name + "\"",
                    "labels of a-z, 0-9 and \"-\" joined by dots, such as nfs.example.org or cms.cern.ch",
                    "correct the name");
        }
    }

    private static void groups(Facility facility, String path, List<String> groups, Problems problems) {
        if (groups.isEmpty()) {
            problems.add(path + ".groups", "is empty", "[]", "at least one group, or nobody mounts it", "add a group");
        }
        var declared = facility.groups().stream().map(Group::name).toList();
        for (int i = 0; i < groups.size(); i++) {
            if (!declared.contains(groups.get(i))) {
                String hint = Nearest.hint(groups.get(i), declared);
                problems.add(
                        path + ".groups[" + i + "]",
                        "is no declared group",
                        "\"" + groups.get(i) + "\"",
                        "declared are " + String.join(", ", declared),
                        hint.isEmpty() ? "add it under groups" : hint);
            }
        }
    }
}
