package stacks.jupyterhub;

import charts.ChartArchives;
import charts.ChartException;
import facility.Facility;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import stacks.examples.ExamplesStack;
import stacks.storage.StorageStack;

/** The hub's stack as the wiring makes it, but with the services that a test needs. */
public final class DeclaredHub {
    private DeclaredHub() {}

    public static JupyterHubStack of(Facility facility, HubService... services) throws ChartException {
        return in(Path.of("").toAbsolutePath(), facility, services);
    }

    /** With the charts of another project folder. */
    static JupyterHubStack in(Path project, Facility facility, HubService... services) throws ChartException {
        var storage = new StorageStack(
                facility.storage(),
                facility.hub().homes(),
                facility.catalogue(),
                facility.hub().namespace());
        var examples = new ExamplesStack(facility.hub(), facility.catalogue().collaborations());
        return new JupyterHubStack(
                facility.hub(),
                facility.catalogue(),
                facility.groups(),
                Stream.concat(storage.mounts().stream(), examples.mounts().stream())
                        .toList(),
                List.of(services),
                new ChartArchives(project));
    }
}
