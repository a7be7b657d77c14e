package facility.rules;

import facility.Facility;
import facility.Group;
import facility.Named;
import facility.Nearest;
import facility.Problems;
import facility.ferry.Ferry;
import facility.ferry.MemberSource;
import java.util.List;
import java.util.regex.Pattern;

/** Each group's members come from the registry or are kept by hand, and nothing is left of a group that was renamed. */
final class GroupsHaveMembers implements Rule {
    private static final String MEMBERS = "ferry.members";
    private static final String HAND_KEPT = "ferry.handKept";

    /** FERRY folds the names of units and groups to lower case, and answers with them so. */
    private static final Pattern REGISTRY_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    @Override
    public void check(Facility facility, Problems problems) {
        Ferry ferry = facility.ferry();
        List<String> declared = facility.groups().stream().map(Named::name).toList();
        List<String> read = ferry.members().stream().map(Named::name).toList();
        for (MemberSource source : ferry.members()) {
            source(source, declared, problems);
        }
        for (int i = 0; i < ferry.handKept().size(); i++) {
            handKept(HAND_KEPT + "[" + i + "]", ferry.handKept().get(i), declared, read, problems);
        }
        for (Group group : facility.groups()) {
            if (!read.contains(group.name()) && !ferry.handKept().contains(group.name())) {
                problems.add(
                        "groups[" + group.name() + "]",
                        "has no members",
                        "\"" + group.name() + "\"",
                        "a unit or a group of the registry, or that its members are kept by hand",
                        "add it under " + MEMBERS + ", or its name to " + HAND_KEPT);
            }
        }
    }

    private static void source(MemberSource source, List<String> declared, Problems problems) {
        String path = MEMBERS + "[" + source.name() + "]";
        if (!declared.contains(source.name())) {
            undeclared(path, source.name(), declared, problems);
        }
        if (source.units().isEmpty() && source.unixGroups().isEmpty()) {
            problems.add(
                    path,
                    "has neither units nor unixGroups",
                    "",
                    "at least one of the registry's",
                    "add one, or name the group in " + HAND_KEPT);
        }
        registryNames(path + ".units", source.units(), problems);
        registryNames(path + ".unixGroups", source.unixGroups(), problems);
    }

    private static void registryNames(String path, List<String> names, Problems problems) {
        for (int i = 0; i < names.size(); i++) {
            if (!REGISTRY_NAME.matcher(names.get(i)).matches()) {
                problems.add(
                        path + "[" + i + "]",
                        "is no name of the registry's",
                        "\"" + names.get(i) + "\"",
                        "lower-case letters, digits, and . _ - between them",
                        "write it as the registry does");
            }
        }
    }

    private static void handKept(
            String path, String name, List<String> declared, List<String> read, Problems problems) {
        if (!declared.contains(name)) {
            undeclared(path, name, declared, problems);
        }
        if (read.contains(name)) {
            problems.add(
                    path,
                    "is read from the registry as well",
                    "\"" + name + "\"",
                    "one of the two: the registry would undo what is done by hand",
                    "remove it here or under " + MEMBERS);
        }
    }

    private static void undeclared(String path, String name, List<String> declared, Problems problems) {
        String hint = Nearest.hint(name, declared);
        problems.add(
                path,
                "is no declared group",
                "\"" + name + "\"",
                "declared are " + String.join(", ", declared),
                hint.isEmpty() ? "add it under groups, or remove what is left of it here" : hint);
    }
}
