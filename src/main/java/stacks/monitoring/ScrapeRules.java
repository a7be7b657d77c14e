package stacks.monitoring;

import facility.monitoring.Thresholds;
import java.util.List;
import java.util.Map;
import stacks.monitoring.Alert.Severity;

/** That each target is scraped: without it all other rules are silent. */
final class ScrapeRules {
    private ScrapeRules() {}

    static RuleGroup of(ScrapeTarget target, Thresholds limits) {
        return new RuleGroup(
                "scrape-" + target.service(),
                target.namespace(),
                List.of(),
                List.of(new Alert(
                        "TargetDown",
                        Severity.CRITICAL,
                        "(max(up{namespace=\"" + target.namespace() + "\",job=\"" + target.service()
                                + "\"}) or vector(0)) == 0",
                        limits.sustainedFor(),
                        "Prometheus cannot scrape " + target.namespace() + "/" + target.service() + ".",
                        Map.of("target", target.service()))));
    }
}
