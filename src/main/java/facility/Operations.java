package facility;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * What the team holds itself to when it works on the cluster.
 *
 * @param backupMaxAge how old the newest snapshot of a protected claim may be before an upgrade
 * @param quotaAttention the use of a quota that is worth knowing before nodes are drained
 * @param upgradeSteps what a person does around an upgrade and no program can look at
 */
public record Operations(Duration backupMaxAge, Percent quotaAttention, List<UpgradeStep> upgradeSteps) {
    public Operations {
        requireNonNull(backupMaxAge, "backupMaxAge is null");
        requireNonNull(quotaAttention, "quotaAttention is null");
        upgradeSteps = List.copyOf(upgradeSteps);
    }

    /**
     * A box of the checklist.
     *
     * @param text what to do, as one line
     */
    public record UpgradeStep(String name, String text) implements Named {
        public UpgradeStep {
            requireNonNull(name, "name is null");
            requireNonNull(text, "text is null");
        }
    }
}
