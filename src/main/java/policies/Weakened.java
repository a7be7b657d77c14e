package policies;

import config.FileFaults;
import facility.Environment;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import policy.About;
import policy.Lease;
import policy.Leases;

/** In prod a rule is switched off, or made weaker than it is, only under a lease for the rule as a whole. */
final class Weakened {
    private final Leases leases;

    Weakened(List<Lease> inProd, Clock clock) {
        this.leases = Leases.of(inProd, clock);
    }

    void judge(List<About> rules, Map<String, RuleLevels.Written> written, FileFaults faults) {
        for (About rule : rules) {
            var own = written.getOrDefault(rule.id(), RuleLevels.NOTHING);
            boolean weaker =
                    own.level().filter(level -> level.weakerThan(rule.level())).isPresent();
            if (weaker && leases.covering(rule.id(), Lease.EVERYTHING).isEmpty()) {
                faults.add(
                        own.line(),
                        rule.id() + ".level",
                        "is weaker than the rule's own in " + Environment.PROD.key(),
                        own.level().orElseThrow().key(),
                        rule.level().key() + ", or a lease for the resource \"*\" that has not ended",
                        "restore the level, or add the lease with owner, reason and end");
            }
        }
    }
}
