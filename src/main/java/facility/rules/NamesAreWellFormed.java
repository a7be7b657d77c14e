package facility.rules;

import facility.Collaboration;
import facility.Facility;
import facility.Flavour;
import facility.Named;
import facility.Problems;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Each name is of the shape that Kubernetes takes, and nothing of one list has the name of another. */
final class NamesAreWellFormed implements Rule {
    /** A value of the label nvidia.com/mig.config; layouts carry dots: {@code all-1g.10gb}. */
    private static final Pattern LABEL_VALUE = Pattern.compile("[A-Za-z0-9]([-._A-Za-z0-9]{0,61}[A-Za-z0-9])?");

    private static final String LABEL = "a-z, 0-9 and \"-\", at most " + DnsName.LABEL_LENGTH
            + " characters, beginning and ending with a letter or digit";

    @Override
    public void check(Facility facility, Problems problems) {
        lists(facility).forEach((path, elements) -> {
            unique(path, elements, problems);
            shaped(path, elements, DnsName::isLabel, LABEL, problems);
        });
        unique("gpu.layouts", facility.gpu().layouts(), problems);
        shaped(
                "gpu.layouts",
                facility.gpu().layouts(),
                name -> LABEL_VALUE.matcher(name).matches(),
                "letters, digits, \"-\", \".\" and \"_\", at most 63 characters: it becomes a node's label",
                problems);
        facility.catalogue().collaborations().forEach(collaboration -> shownApart(collaboration, problems));
    }

    private static Map<String, List<? extends Named>> lists(Facility facility) {
        var lists = new LinkedHashMap<String, List<? extends Named>>();
        lists.put("groups", facility.groups());
        lists.put("namespaces", facility.namespaces());
        lists.put("experiments", facility.experiments());
        lists.put("storage.classes", facility.storage().classes());
        lists.put("storage.buckets", facility.storage().buckets());
        lists.put("storage.nfsAreas", facility.storage().nfsAreas());
        lists.put("storage.doors", facility.storage().doors());
        lists.put("cluster.privileged", facility.cluster().privileged());
        lists.put("gpu.services", facility.gpu().services());
        lists.put("cluster.nodePools", facility.cluster().nodePools());
        lists.put("catalogue.collaborations", facility.catalogue().collaborations());
        lists.put("console.links", facility.console().links());
        lists.put("console.notifications", facility.console().notifications());
        lists.put("binder.providers", facility.binder().providers());
        for (Collaboration collaboration : facility.catalogue().collaborations()) {
            lists.put("catalogue.collaborations[" + collaboration.name() + "].flavours", collaboration.flavours());
        }
        return lists;
    }

    private static void unique(String path, List<? extends Named> elements, Problems problems) {
        var seen = new HashSet<String>();
        for (Named element : elements) {
            if (!seen.add(element.name())) {
                problems.add(
                        path + "[" + element.name() + "]",
                        "is a duplicate name",
                        "\"" + element.name() + "\"",
                        "each name once in " + path,
                        "rename or remove one of them");
            }
        }
    }

    private static void shaped(
            String path, List<? extends Named> elements, Predicate<String> shape, String allowed, Problems problems) {
        for (Named element : elements) {
            if (!shape.test(element.name())) {
                problems.add(
                        path + "[" + element.name() + "]",
                        "is no name",
                        "\"" + element.name() + "\"",
                        allowed,
                        "rename it");
            }
        }
    }

    /** Two entries that read the same in the hub's drop-down cannot be told apart. */
    private static void shownApart(Collaboration collaboration, Problems problems) {
        var seen = new HashSet<String>();
        for (Flavour flavour : collaboration.offered()) {
            if (!seen.add(flavour.displayName())) {
                problems.add(
                        Paths.of(collaboration, flavour) + ".displayName",
                        "is shown twice",
                        "\"" + flavour.displayName() + "\"",
                        "each display name once in a collaboration",
                        "change one of the two");
            }
        }
    }
}
