package facility.rules;

import facility.Facility;
import facility.Problems;
import facility.StorageClass;
import facility.UserDemand;
import facility.Users;

/** The quota of the hub's namespace serves everybody whom the hub is planned for. */
final class UsersFitTheQuota implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        Users users = facility.hub().users();
        count("hub.users.accounts", users.accounts(), problems);
        count("hub.users.atOnce", users.atOnce(), problems);
        for (UserDemand demand : UserDemand.of(facility)) {
            // A class that does not serve homes at all is ReferencesResolve's to name.
            if (!demand.fits() && (!demand.key().startsWith("storage[") || homesAreServed(facility))) {
                problems.add(
                        "namespaces[" + facility.hub().namespace() + "].quota." + demand.key(),
                        "does not serve the planned users",
                        demand.quota().toString(),
                        demand.count() + " times " + demand.each() + " (" + demand.reason() + ") is " + demand.needed(),
                        "raise it, or plan for fewer under hub.users");
            }
        }
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
