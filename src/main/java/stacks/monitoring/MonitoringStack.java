package stacks.monitoring;

import facility.Facility;
import facility.monitoring.Monitoring;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.openshift.api.model.monitoring.v1.EndpointBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitorBuilder;
import java.util.ArrayList;
import java.util.List;
import kube.Declared;
import kube.Labels;
import stacks.Stack;

/** What Prometheus scrapes, the rules on it, the probes from outside, and the console's dashboards. */
public final class MonitoringStack implements Stack {
    private final Monitoring monitoring;
    private final List<ScrapeTarget> scraped;
    private final List<ProbeTarget> probed;
    private final List<RuleGroup> rules;
    private final List<Dashboard> dashboards;

    public MonitoringStack(Facility facility) {
        this.monitoring = facility.monitoring();
        this.scraped = ScrapeTarget.of(facility);
        this.probed = ProbeTarget.of(facility);
        this.rules = FacilityRules.of(facility, scraped, probed);
        this.dashboards = FacilityDashboards.of(facility, probed);
    }

    @Override
    public String name() {
        return "monitoring";
    }

    @Override
    public List<Declared> objects() {
        var objects = new ArrayList<HasMetadata>();
        for (ScrapeTarget target : scraped) {
            objects.add(serviceMonitor(target));
            objects.add(Fences.of(target));
        }
        var prober = new Prober(monitoring, probed);
        objects.addAll(prober.objects());
        probed.forEach(target -> objects.add(prober.probe(target)));
        var writer = new RuleObjects(monitoring);
        rules.forEach(group -> objects.add(writer.of(group)));
        dashboards.forEach(dashboard -> objects.add(dashboard.object()));
        return objects.stream().map(Declared::of).sorted(Declared.ORDER).toList();
    }

    List<RuleGroup> rules() {
        return rules;
    }

    List<Dashboard> dashboards() {
        return dashboards;
    }

    /** In the namespace of its Service: OKD lets the monitors of users see no other, and their Secrets neither. */
    private HasMetadata serviceMonitor(ScrapeTarget target) {
        var endpoint = new EndpointBuilder()
                .withPort(target.port())
                .withPath(target.path())
                .withInterval(PromQl.seconds(monitoring.scrapeInterval()) + "s");
        target.tokenSecret().ifPresent(token -> endpoint.withNewAuthorization()
                .withType("Bearer")
                .withNewCredentials(token.key(), token.secret(), false)
                .endAuthorization());
        return new ServiceMonitorBuilder()
                .withNewMetadata()
                .withName(target.service())
                .withNamespace(target.namespace())
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .withMatchLabels(target.labels())
                .endSelector()
                .withEndpoints(endpoint.build())
                .endSpec()
                .build();
    }
}
