package facility.rules;

import facility.Collaboration;
import facility.Facility;
import facility.Flavour;
import facility.Nearest;
import facility.Problems;
import java.util.List;

/** A flavour's own groups are some of its collaboration's, and it opens and starts in a way that works. */
final class FlavoursAreForSomebody implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        for (Collaboration collaboration : facility.catalogue().collaborations()) {
            for (Flavour flavour : collaboration.flavours()) {
                String path = Paths.of(collaboration, flavour);
                flavour.groups().ifPresent(groups -> groups(groups, collaboration, path + ".groups", problems));
                flavour.defaultUrl()
                        .filter(url -> !url.startsWith("/"))
                        .ifPresent(url -> problems.add(
                                path + ".defaultUrl",
                                "is no page of a server",
                                "\"" + url + "\"",
                                "a path that begins with /, such as /lab or /terminals/1",
                                "correct it"));
                flavour.startTimeout()
                        .filter(timeout -> timeout.toSeconds() < SHORTEST_START)
                        .ifPresent(timeout -> problems.add(
                                path + ".startTimeout",
                                "is too short",
                                timeout.toSeconds() + "s",
                                "at least " + SHORTEST_START + "s: a pod is scheduled and its image pulled",
                                "raise it"));
            }
        }
    }

    private static final int SHORTEST_START = 10;

    private static void groups(List<String> groups, Collaboration collaboration, String path, Problems problems) {
        if (groups.isEmpty()) {
            problems.add(
                    path,
                    "is empty",
                    "[]",
                    "at least one group, or nobody sees the flavour",
                    "add one, or remove the key");
        }
        for (int i = 0; i < groups.size(); i++) {
            String group = groups.get(i);
            if (!collaboration.groups().contains(group)) {
                String hint = Nearest.hint(group, collaboration.groups());
                problems.add(
                        path + "[" + i + "]",
                        "is no group of its collaboration",
                        "\"" + group + "\"",
                        "it narrows " + String.join(", ", collaboration.groups()),
                        hint.isEmpty() ? "add it to " + Paths.of(collaboration) + ".groups, or remove it" : hint);
            }
        }
    }
}
