package stacks.monitoring;

import facility.Facility;
import facility.monitoring.Monitoring;
import java.util.ArrayList;
import java.util.List;

/** All rules of a facility. One more subject is one more class and one more line here. */
final class FacilityRules {
    private FacilityRules() {}

    static List<RuleGroup> of(Facility facility, List<ScrapeTarget> scraped, List<ProbeTarget> probed) {
        Monitoring monitoring = facility.monitoring();
        var limits = monitoring.thresholds();
        String own = monitoring.namespace();
        var groups = new ArrayList<RuleGroup>();
        groups.add(HubRules.of(facility.hub(), limits));
        groups.add(ProxyRules.of(facility.hub(), limits));
        groups.add(FlavourRules.of(facility.hub(), facility.catalogue()));
        groups.add(GpuRules.of(own, facility.slices(), limits));
        groups.add(StorageRules.of(own, facility.storage(), limits));
        groups.add(ExperimentRules.of(own, limits));
        groups.add(ProbeRules.of(own, probed, limits));
        facility.namespaces().forEach(namespace -> groups.add(NamespaceRules.of(namespace, limits)));
        scraped.forEach(target -> groups.add(ScrapeRules.of(target, limits)));
        groups.add(DaskRules.of(facility.dask(), limits));
        groups.add(BinderRules.of(facility.binder().namespace(), limits));
        return groups;
    }
}
