package stacks;

import charts.ChartArchives;
import charts.ChartException;
import facility.Facility;
import facility.StorageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import policies.AtAdmission;
import stacks.binder.BinderHubStack;
import stacks.checkmk.CheckmkStack;
import stacks.checkmk.CollectorsStack;
import stacks.cluster.AdmissionStack;
import stacks.cluster.ConsoleStack;
import stacks.cluster.ExperimentsStack;
import stacks.dask.DaskGatewayStack;
import stacks.examples.ExamplesStack;
import stacks.ferry.FerryStack;
import stacks.jupyterhub.JupyterHubStack;
import stacks.monitoring.MonitoringStack;
import stacks.storage.CvmfsDriverStack;
import stacks.storage.PrivilegesStack;
import stacks.storage.StorageStack;

/** The wiring: which stacks a facility has, in the order of their dependence. The architecture in one place. */
public final class FacilityStacks {
    private FacilityStacks() {}

    /**
     * The stacks, with their charts rendered.
     *
     * @param charts where charts are found
     * @param rules what the API server asks as well
     * @throws ChartException when a chart cannot be had, or does not take its values
     */
    public static List<Stack> of(Facility facility, ChartArchives charts, List<AtAdmission> rules)
            throws ChartException {
        var namespaces = new NamespacesStack(
                facility.namespaces(),
                facility.slices().keySet(),
                facility.storage().classes().stream().map(StorageClass::name).toList(),
                facility.ceilings());
        var storage = new StorageStack(
                facility.storage(),
                facility.hub().homes(),
                facility.catalogue(),
                facility.hub().namespace());
        var privileges = new PrivilegesStack(facility.cluster().privileged());
        var gpu = new GpuStack(facility.gpu(), facility.cluster().nodePools());
        var ferry = new FerryStack(facility.ferry(), facility.hub());
        var dask = new DaskGatewayStack(
                facility.dask().offering(facility.catalogue().daskImages()), facility.hub(), charts);
        var examples = new ExamplesStack(facility.hub(), facility.catalogue().collaborations());
        var hub = new JupyterHubStack(
                facility.hub(),
                facility.catalogue().told(facility.gpu(), facility.hub().namespace()),
                facility.groups(),
                Stream.concat(storage.mounts().stream(), examples.mounts().stream())
                        .toList(),
                List.of(ferry.service(), dask.service(), BinderHubStack.service(facility.binder())),
                charts);
        var binder = new BinderHubStack(facility.binder(), facility.hub(), charts);
        var stacks = new ArrayList<Stack>(List.of(namespaces, privileges, storage, gpu, hub, ferry, dask, binder));
        stacks.add(examples);
        stacks.add(new ExperimentsStack(facility.experiments()));
        stacks.add(new AdmissionStack(rules, facility.namespaces()));
        stacks.add(new ConsoleStack(facility.console(), facility.hub().timeZone()));
        stacks.add(new MonitoringStack(facility));
        facility.checkmk()
                .ifPresent(checkmk -> stacks.add(new CheckmkStack(
                        checkmk,
                        facility.hosts(),
                        facility.refusingHosts(),
                        facility.gpu().services())));
        var driver = facility.storage().cvmfs().flatMap(cvmfs -> cvmfs.driver());
        if (driver.isPresent()) {
            stacks.add(new CvmfsDriverStack(driver.get(), charts));
        }
        var collectors = facility.checkmk().flatMap(checkmk -> checkmk.usage().collectors());
        if (collectors.isPresent()) {
            stacks.add(new CollectorsStack(collectors.get(), charts));
        }
        return List.copyOf(stacks);
    }
}
