package promotion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import release.Release;
import release.Release.HealthOutcome;
import target.RefusedException;

/**
 * Whether a release may leave the environment that ran it.
 *
 * @param conditions in the order in which they were looked at
 */
public record Readiness(List<Condition> conditions) {
    /** Two machines' clocks differ by less where anything keeps them; a release from the future is no soak. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    /** Looked at when a plan is applied, which may be another day: its reason goes with the plan. */
    private static final String WINDOW = "window";

    public Readiness {
        conditions = List.copyOf(conditions);
    }

    /**
     * What the environment that ran it is like now.
     *
     * @param state digest of its state
     * @param rendered digest of what the release's own program says today that it declares
     * @param drift what differs on its cluster
     * @param health whether it works now
     * @param undeclared differences between the environments that no line of the ledger declares
     * @param images that the next environment would run
     */
    public record Found(
            String state,
            String rendered,
            DriftFound drift,
            HealthOutcome health,
            List<String> undeclared,
            ImagesFound images) {
        public Found {
            undeclared = List.copyOf(undeclared);
        }
    }

    /**
     * Looks at each condition.
     *
     * @param soak how long it has to have run there
     */
    public static Readiness of(Release release, Found found, Duration soak, Instant now) {
        String environment = release.environment();
        var conditions = new ArrayList<Condition>();
        conditions.add(
                found.state().equals(release.digests().state())
                        ? Condition.kept("release", environment + " is at " + release.title())
                        : Condition.broken(
                                "release",
                                environment + " is not at " + release.title()
                                        + " any more: its state was changed since;"
                                        + " bring it up from a commit, which makes a new release"));
        conditions.add(
                found.rendered().equals(release.digests().rendered())
                        ? Condition.kept("rendered", "its commit comes to the same objects today")
                        : Condition.broken(
                                "rendered",
                                "its commit comes to other objects today than when it ran: a chart or a program moved;"
                                        + " pin it, and bring " + environment + " up again"));
        conditions.add(found.drift().condition(environment));
        conditions.add(
                found.health().healthy()
                        ? Condition.kept("health", "it works: " + found.health().checked() + " checks")
                        : Condition.broken(
                                "health",
                                "it does not work: "
                                        + String.join("; ", found.health().red()) + "; see ./facility health "
                                        + environment));
        conditions.add(soaked(release, soak, now));
        conditions.add(all(
                "ledger",
                found.undeclared(),
                "each difference between the environments is an intended one",
                "differs without being intended: ",
                "declare it with its reason, or take it back"));
        conditions.addAll(ImageConditions.of(release, found.images()));
        return new Readiness(conditions);
    }

    private static Condition all(String name, List<String> faults, String kept, String broken, String mend) {
        return faults.isEmpty()
                ? Condition.kept(name, kept)
                : Condition.broken(name, broken + String.join("; ", faults) + "; " + mend);
    }

    private static Condition soaked(Release release, Duration soak, Instant now) {
        Duration ran = Duration.between(Instant.parse(release.made()), now);
        if (ran.compareTo(CLOCK_SKEW.negated()) < 0) {
            return Condition.broken(
                    "soak",
                    release.title() + " was made at " + release.made()
                            + ", which is in the future of this machine's clock" + " (" + now
                            + "): set the clock that is wrong");
        }
        String sentence = "it ran " + Durations.text(ran.isNegative() ? Duration.ZERO : ran) + " of the "
                + Durations.text(soak) + " that it has to run";
        return ran.compareTo(soak) >= 0
                ? Condition.kept("soak", sentence)
                : new Condition("soak", false, sentence + "; wait, or give a reason: --override soak=REASON", true);
    }

    /**
     * That nothing is left that is not kept.
     *
     * @param overrides condition to reason
     * @throws RefusedException with every condition that stops it, and every override that overrides nothing
     */
    public void require(Map<String, String> overrides) {
        var faults = new ArrayList<String>();
        for (Condition condition : conditions) {
            boolean overridden = condition.mayBeOverridden() && overrides.containsKey(condition.name());
            if (!condition.kept() && !overridden) {
                faults.add(condition.name() + ": " + condition.sentence());
            }
        }
        for (String name : new TreeSet<>(overrides.keySet())) {
            faults.addAll(wrongOverride(name));
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(
                    "the release may not go on; nothing was changed:\n  " + String.join("\n  ", faults));
        }
    }

    private List<String> wrongOverride(String name) {
        if (name.equals(WINDOW)) {
            return List.of();
        }
        var condition =
                conditions.stream().filter(each -> each.name().equals(name)).findFirst();
        if (condition.isEmpty()) {
            return List.of("--override " + name + ": there is no such condition; there are "
                    + String.join(", ", conditions.stream().map(Condition::name).toList()) + ", " + WINDOW);
        }
        if (!condition.get().kept() && !condition.get().mayBeOverridden()) {
            return List.of("--override " + name + ": no reason is enough for this one");
        }
        return List.of();
    }
}
