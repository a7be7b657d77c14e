package facility.rules;

import facility.Facility;
import facility.Nearest;
import facility.Problems;
import facility.StorageClass;
import facility.UserDemand;
import facility.Users;
import java.util.Set;
import java.util.TreeSet;

/** The quota of the hub's namespace serves everybody whom the hub is planned for. */
final class UsersFitTheQuota implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        Users users = facility.hub().users();
        count("hub.users.accounts", users.accounts(), problems);
        count("hub.users.atOnce", users.atOnce(), problems);
        gpus(facility, users, problems);
        for (UserDemand demand : UserDemand.of(facility)) {
            if (!demand.fits() && judged(facility, demand)) {
                problems.add(
                        "namespaces[" + facility.hub().namespace() + "].quota." + demand.key(),
                        "does not serve the planned users",
                        demand.quota().toString(),
                        demand.sum() + " is " + demand.needed(),
                        "raise it, or plan for fewer under hub.users");
            }
        }
    }

    /**
     * A class that does not serve homes is ReferencesResolve's to name, a slice that no quota has FlavoursCanRun's, and
     * what is left of slices is not known without all layouts.
     */
    private static boolean judged(Facility facility, UserDemand demand) {
        return demand.key().startsWith("storage[")
                ? homesAreServed(facility)
                : !demand.key().startsWith("gpu[")
                        || (facility.layoutsResolve() && !demand.quota().isZero());
    }

    private static void gpus(Facility facility, Users users, Problems problems) {
        var known = known(facility);
        users.gpuAtOnce().forEach((resource, count) -> {
            String path = "hub.users.gpuAtOnce[" + resource + "]";
            if (count < 0) {
                problems.add(path, "is negative", "" + count, "0 or more", "correct the count");
            } else if (!known.contains(resource)) {
                String hint = Nearest.hint(resource, known);
                problems.add(
                        path,
                        "is nothing that flavours ask for or nodes offer",
                        "\"" + resource + "\"",
                        known.isEmpty() ? "there is none" : "there are " + String.join(", ", known),
                        hint.isEmpty() ? "remove it" : hint);
            }
        });
        int all =
                users.gpuAtOnce().values().stream().mapToInt(Integer::intValue).sum();
        if (all > users.atOnce() && users.atOnce() > 0) {
            problems.add(
                    "hub.users.gpuAtOnce",
                    "are more than all",
                    "" + all,
                    "at most hub.users.atOnce, " + users.atOnce(),
                    "lower these, or raise it");
        }
    }

    /** Flavours that are switched off count: their users may stay planned for. */
    private static Set<String> known(Facility facility) {
        var known = new TreeSet<>(facility.slices().keySet());
        facility.catalogue().collaborations().stream()
                .flatMap(collaboration -> collaboration.flavours().stream())
                .forEach(flavour -> flavour.gpu().ifPresent(known::add));
        return known;
    }

    private static boolean homesAreServed(Facility facility) {
        return facility.storage()
                .storageClass(facility.hub().homes().storageClass())
                .filter(offered -> offered.kind() == StorageClass.Kind.CEPHFS)
                .isPresent();
    }

    private static void count(String path, int count, Problems problems) {
        if (count < 1) {
            problems.add(path, "is no number of users", "" + count, "at least 1", "correct the count");
        }
    }
}
