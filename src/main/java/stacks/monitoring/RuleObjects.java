package stacks.monitoring;

import facility.monitoring.Monitoring;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRuleBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.RuleBuilder;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import kube.Labels;

/** Rules as the Prometheus operator takes them. */
final class RuleObjects {
    private final Monitoring monitoring;

    RuleObjects(Monitoring monitoring) {
        this.monitoring = monitoring;
    }

    HasMetadata of(RuleGroup group) {
        var rules = new ArrayList<Rule>();
        for (Recording recording : group.recordings()) {
            rules.add(new RuleBuilder()
                    .withRecord(recording.name())
                    .withExpr(new IntOrString(recording.expression()))
                    .withLabels(recording.labels())
                    .build());
        }
        for (Alert alert : group.alerts()) {
            rules.add(new RuleBuilder()
                    .withAlert(alert.name())
                    .withExpr(new IntOrString(alert.expression()))
                    .withFor(PromQl.seconds(alert.sustained()) + "s")
                    .withLabels(labels(alert))
                    .withAnnotations(annotations(alert))
                    .build());
        }
        return new PrometheusRuleBuilder()
                .withNewMetadata()
                .withName(group.name())
                .withNamespace(group.namespace())
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .addNewGroup()
                .withName(group.namespace() + "-" + group.name())
                .withRules(rules)
                .endGroup()
                .endSpec()
                .build();
    }

    Map<String, String> labels(Alert alert) {
        var labels = new TreeMap<>(monitoring.labels());
        labels.putAll(alert.labels());
        labels.put("severity", alert.severity().label());
        return labels;
    }

    Map<String, String> annotations(Alert alert) {
        return Map.of("summary", alert.summary(), "runbook_url", monitoring.runbooks() + "/" + alert.name());
    }
}
