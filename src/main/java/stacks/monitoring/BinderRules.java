package stacks.monitoring;

import facility.monitoring.Thresholds;
import java.util.List;
import java.util.Map;
import stacks.monitoring.Alert.Severity;

/** BinderHub: which share of builds and launches fails. */
final class BinderRules {
    static final String BUILDS_FAILED = "facility:binder_builds_failed:ratio";
    static final String LAUNCHES_FAILED = "facility:binder_launches_failed:ratio";

    private BinderRules() {}

    static RuleGroup of(String namespace, Thresholds limits) {
        String binder = "namespace=\"" + namespace + "\",job=\"binder\"";
        String failed = "status=\"failure\"";
        return new RuleGroup(
                "binder",
                namespace,
                List.of(
                        new Recording(
                                BUILDS_FAILED,
                                PromQl.shareOf("binderhub_build_time_seconds_count", binder, failed, "1h")),
                        new Recording(
                                LAUNCHES_FAILED,
                                PromQl.shareOf("binderhub_launch_time_seconds_count", binder, failed, "1h"))),
                List.of(
                        alert("BinderBuildsFail", BUILDS_FAILED, limits, "A large share of builds fails."),
                        alert("BinderLaunchesFail", LAUNCHES_FAILED, limits, "A large share of launches fails.")));
    }

    private static Alert alert(String name, String measured, Thresholds limits, String summary) {
        return new Alert(
                name,
                Severity.WARNING,
                measured + " > " + PromQl.share(limits.failures()),
                limits.sustainedFor(),
                summary,
                Map.of());
    }
}
