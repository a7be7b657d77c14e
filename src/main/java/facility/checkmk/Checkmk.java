package facility.checkmk;

import static java.util.Objects.requireNonNull;

import facility.GpuService;
import facility.SecretValue;
import java.util.List;

/**
 * The CheckMK site that watches the facility from outside.
 *
 * @param server its address, such as {@code https://monitoring.example.org}
 * @param user the automation user
 * @param folder the folder that holds everything declared here, directly below the main one
 * @param cluster the host that stands for the cluster; the names of what is found in it begin with it
 * @param api the cluster's API server
 * @param usage where it reads what pods and nodes use
 * @param responseTime levels of each public address
 * @param certificate how long before its certificate's end
 * @param activateForeign whether pending changes that others made are activated with ours
 */
public record Checkmk(
        String server,
        String site,
        String user,
        String folder,
        String cluster,
        String api,
        Usage usage,
        Levels responseTime,
        Levels certificate,
        boolean activateForeign,
        List<Downtime> downtimes) {
    public static final SecretValue SECRET =
            SecretValue.text("checkmkSecret", "is the secret of CheckMK's automation user");
    public static final SecretValue CLUSTER_TOKEN =
            SecretValue.text("checkmkClusterToken", "lets CheckMK read the cluster and its Prometheus");

    public Checkmk {
        requireNonNull(server, "server is null");
        requireNonNull(site, "site is null");
        requireNonNull(user, "user is null");
        requireNonNull(folder, "folder is null");
        requireNonNull(cluster, "cluster is null");
        requireNonNull(api, "api is null");
        requireNonNull(usage, "usage is null");
        requireNonNull(responseTime, "responseTime is null");
        requireNonNull(certificate, "certificate is null");
        downtimes = List.copyOf(downtimes);
    }

    /** The host of a service with GPUs: named for this cluster, for a site has one host of a name, and others use it too. */
    public String hostOf(GpuService service) {
        return cluster + "-gpu-" + service.name();
    }

    public List<SecretValue> secrets() {
        return List.of(CLUSTER_TOKEN, SECRET);
    }
}
