package stacks.monitoring;

import facility.JupyterHub;
import facility.monitoring.Thresholds;
import java.util.List;
import java.util.Map;
import stacks.monitoring.Alert.Severity;

/** The proxy that all of the hub's traffic passes: which share of its answers are errors. */
final class ProxyRules {
    static final String ERRORS = "facility:proxy_server_errors:ratio";

    private ProxyRules() {}

    static RuleGroup of(JupyterHub hub, Thresholds limits) {
        String proxy = matchers(hub);
        return new RuleGroup(
                "proxy",
                hub.namespace(),
                List.of(new Recording(ERRORS, PromQl.shareOf("requests_proxy", proxy, "status=~\"5..\"", "5m"))),
                List.of(new Alert(
                        "ProxyServerErrors",
                        Severity.CRITICAL,
                        ERRORS + " > " + PromQl.share(limits.serverErrors()),
                        limits.sustainedFor(),
                        "A large share of the proxy's answers are 5xx.",
                        Map.of())));
    }

    static String matchers(JupyterHub hub) {
        return "namespace=\"" + hub.namespace() + "\",job=\"proxy-metrics\"";
    }
}
