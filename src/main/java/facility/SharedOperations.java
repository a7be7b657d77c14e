package facility;

import facility.Operations.UpgradeStep;
import java.time.Duration;
import java.util.List;

/** What holds in every environment when the cluster is worked on. */
final class SharedOperations {
    private SharedOperations() {}

    static Operations shared() {
        return new Operations(
                Duration.ofDays(1),
                new Percent(90),
                List.of(
                        new UpgradeStep("announce", "announce the maintenance to the users, with its start and end"),
                        new UpgradeStep(
                                "etcd-backup", "take a backup of the cluster's etcd, and copy it off the cluster"),
                        new UpgradeStep(
                                "release-notes", "read the release notes of OKD and of each chart that changes"),
                        new UpgradeStep(
                                "operators", "see that GPU operator, Rook and cvmfs-csi support the release to come"),
                        new UpgradeStep("dev-first", "upgrade dev, and leave it for a day under its users"),
                        new UpgradeStep(
                                "node-image",
                                "see that the GPU driver builds for the kernel of the node image to come"),
                        new UpgradeStep("rehearse-spawn", "start a CPU and a GPU notebook by hand afterwards"),
                        new UpgradeStep("lift", "take the announcement back")));
    }
}
