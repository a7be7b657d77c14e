package policies;

import facility.Facility;
import facility.Namespace;
import facility.PodSecurity;
import java.util.ArrayList;
import java.util.List;
import policies.rules.PodsAreRestricted;
import policy.About;
import policy.Admission;
import policy.Lease;
import policy.Level;
import policy.Pack;
import policy.ResourceRule;

/**
 * A rule that the API server asks as well, of whoever comes: a person with kubectl, a service, a deployer.
 *
 * @param level as policies/quotas.yaml sets it; advisory under a lease for the rule as a whole
 * @param namespaces in which it is asked
 * @param leases for single objects. Whether they have ended is not asked: what the API server is told must not change
 *     with the date, and the run after the end is refused until the lease is taken out
 */
public record AtAdmission(About about, Level level, Admission admission, List<String> namespaces, List<Lease> leases) {
    public AtAdmission {
        namespaces = List.copyOf(namespaces);
        leases = List.copyOf(leases);
    }

    /**
     * The rules of the facility that one object decides, in reading order; none that is switched off.
     *
     * @param pack the facility's
     */
    public static List<AtAdmission> of(Facility facility, Pack pack) {
        var all = new ArrayList<AtAdmission>();
        for (var rule : pack.rules()) {
            var settings = pack.settings().get(rule.about().id());
            if (rule instanceof ResourceRule alone && settings.level() != Level.DISABLED) {
                alone.admission(settings)
                        .ifPresent(admission -> all.add(asked(alone, settings.level(), admission, facility, pack)));
            }
        }
        return List.copyOf(all);
    }

    private static AtAdmission asked(
            ResourceRule rule, Level level, Admission admission, Facility facility, Pack pack) {
        About about = rule.about();
        var leases = pack.leases().all().stream()
                .filter(lease -> lease.rule().equals(about.id()))
                .toList();
        boolean whole = leases.stream().anyMatch(lease -> lease.resource().equals(Lease.EVERYTHING));
        var namespaces = facility.namespaces().stream()
                // One whose pods need more says so in its declaration, with owner, reason and last day.
                .filter(namespace ->
                        !(rule instanceof PodsAreRestricted) || namespace.podSecurity() == PodSecurity.RESTRICTED)
                .map(Namespace::name)
                .sorted()
                .toList();
        return new AtAdmission(about, whole ? Level.ADVISORY : level, admission, namespaces, leases);
    }
}
