package policies;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import policy.Lease;
import policy.RuleSettings;

/**
 * What policies/quotas.yaml says for one environment.
 *
 * @param settings by rule: one for each
 * @param leases those of this environment
 */
record Quotas(Map<String, RuleSettings> settings, List<Lease> leases) {
    Quotas {
        settings = new TreeMap<>(settings);
        leases = List.copyOf(leases);
    }
}
