package stacks.dask;

import facility.dask.DaskGateway;
import java.util.Map;
import stacks.jupyterhub.ForServers;

/** Where the client in users' servers finds the gateway, by the variables of Dask's configuration, and the batch job. */
final class DaskForServers {
    /** Where the batch workers' job is, as {@code condor_submit} takes it: {@code worker.sub}. */
    static final String BATCH_PATH = "/etc/dask-batch";

    private DaskForServers() {}

    /** The gateway within the cluster. */
    static String address(DaskGateway dask) {
        return "http://" + service(dask);
    }

    static ForServers of(DaskGateway dask) {
        return new ForServers(
                Map.of(
                        "DASK_GATEWAY__ADDRESS",
                        address(dask),
                        "DASK_GATEWAY__PROXY_ADDRESS",
                        "gateway://" + service(dask) + ":" + dask.door().port(),
                        // What the client shows to the user: the links to dashboards.
                        "DASK_GATEWAY__PUBLIC_ADDRESS",
                        "https://" + dask.host(),
                        "DASK_GATEWAY__AUTH__TYPE",
                        "jupyterhub"),
                dask.batch().isPresent() ? Map.of(DaskGatewayStack.BATCH, BATCH_PATH) : Map.of());
    }

    private static String service(DaskGateway dask) {
        return "traefik-dask-gateway." + dask.namespace();
    }
}
