package stacks.monitoring;

import facility.monitoring.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stacks.monitoring.Alert.Severity;

/** What users see from outside: whether each address answers, how soon, and how long its certificate lasts. */
final class ProbeRules {
    private ProbeRules() {}

    static RuleGroup of(String namespace, List<ProbeTarget> targets, Thresholds limits) {
        var alerts = new ArrayList<Alert>();
        for (ProbeTarget target : targets) {
            var labels = Map.of("probe", target.name());
            String chosen = "{namespace=\"" + namespace + "\",probe=\"" + target.name() + "\"}";
            alerts.add(new Alert(
                    "ProbeFails",
                    Severity.CRITICAL,
                    // Also when nobody asks any more: no answer is no good answer.
                    "(max(probe_success" + chosen + ") or vector(0)) == 0",
                    limits.sustainedFor(),
                    target.url() + " does not answer as it should.",
                    labels));
            alerts.add(new Alert(
                    "ProbeSlow",
                    Severity.WARNING,
                    "max(probe_duration_seconds" + chosen + ") > " + PromQl.seconds(limits.responseTime()),
                    limits.sustainedFor(),
                    target.url() + " answers slowly.",
                    labels));
            if (!target.module().hasCertificate()) {
                continue;
            }
            alerts.add(new Alert(
                    "CertificateExpires",
                    Severity.WARNING,
                    // gRPC's prober says 0 when it got no certificate: that is ProbeFails.
                    "min(probe_ssl_earliest_cert_expiry" + chosen
                            + (target.module().isHttp() ? "" : " > 0")
                            + ") - time() < "
                            + PromQl.seconds(limits.certificateLeft()),
                    limits.sustainedFor(),
                    "The certificate of " + target.url() + " expires soon.",
                    labels));
        }
        return new RuleGroup("probes", namespace, List.of(), alerts);
    }
}
