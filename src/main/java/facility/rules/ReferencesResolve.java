package facility.rules;

import facility.Collaboration;
import facility.Database;
import facility.Facility;
import facility.JupyterHub;
import facility.Named;
import facility.Nearest;
import facility.Problems;
import facility.StorageClass;
import java.util.Collection;
import java.util.List;

/** What names another noun names a declared one, of a kind that serves. */
final class ReferencesResolve implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        JupyterHub hub = facility.hub();
        if (facility.namespace(hub.namespace()).isEmpty()) {
            missing(
                    "hub.namespace",
                    "namespace",
                    hub.namespace(),
                    "namespaces",
                    names(facility.namespaces()),
                    problems);
        }
        // Homes are mounted by several servers of a user at once, on several nodes.
        storageClass(
                facility, "hub.homes.storageClass", hub.homes().storageClass(), StorageClass.Kind.CEPHFS, problems);
        if (hub.database() instanceof Database.SqlitePvc file) {
            // SQLite's locks need a disk of their own.
            storageClass(facility, "hub.database.storageClass", file.storageClass(), StorageClass.Kind.RBD, problems);
        }
        for (Collaboration collaboration : facility.catalogue().collaborations()) {
            groups(facility, collaboration, problems);
        }
    }

    private static void groups(Facility facility, Collaboration collaboration, Problems problems) {
        String path = Paths.of(collaboration) + ".groups";
        if (collaboration.groups().isEmpty()) {
            problems.add(path, "is empty", "[]", "at least one group, or nobody sees the collaboration", "add a group");
        }
        var declared = names(facility.groups());
        for (int i = 0; i < collaboration.groups().size(); i++) {
            String group = collaboration.groups().get(i);
            if (!declared.contains(group)) {
                missing(path + "[" + i + "]", "group", group, "groups", declared, problems);
            }
        }
    }

    private static void storageClass(
            Facility facility, String path, String name, StorageClass.Kind kind, Problems problems) {
        var found = facility.storage().storageClass(name);
        var fitting = facility.storage().classes().stream()
                .filter(offered -> offered.kind() == kind)
                .map(Named::name)
                .toList();
        if (found.isEmpty()) {
            missing(
                    path,
                    "storage class",
                    name,
                    "storage.classes",
                    names(facility.storage().classes()),
                    problems);
        } else if (found.get().kind() != kind) {
            problems.add(
                    path,
                    "is a storage class of kind " + found.get().kind().key(),
                    "\"" + name + "\"",
                    "one of kind " + kind.key() + (fitting.isEmpty() ? "" : ": " + String.join(", ", fitting)),
                    "name one of these");
        }
    }

    private static void missing(
            String path, String noun, String name, String list, Collection<String> declared, Problems problems) {
        String hint = Nearest.hint(name, declared);
        problems.add(
                path,
                "is no declared " + noun,
                "\"" + name + "\"",
                "declared are " + String.join(", ", declared),
                hint.isEmpty() ? "add it under " + list : hint);
    }

    private static List<String> names(List<? extends Named> elements) {
        return elements.stream().map(Named::name).toList();
    }
}
