package stacks.ferry;

import facility.JupyterHub;
import facility.ferry.Ferry;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kube.Labels;
import kube.Restricted;
import stacks.jupyterhub.JupyterHubStack;

/** The CronJob, one reading of the registry at a time. */
final class FerryPods {
    /** The label that selects its pods. */
    static final String COMPONENT = "app.kubernetes.io/component";

    private static final String PROGRAM_FOLDER = "/opt/ferry/";
    private static final String CLIENT_FOLDER = "/run/secrets/ferry-client/";
    private static final String TOKEN_FOLDER = "/run/secrets/hub/";
    private static final String TOKEN_FILE = "token";

    private final Ferry ferry;
    private final JupyterHub hub;
    private final String tokenKey;

    FerryPods(Ferry ferry, JupyterHub hub, String tokenKey) {
        this.ferry = ferry;
        this.hub = hub;
        this.tokenKey = tokenKey;
    }

    CronJob cronJob() {
        return new CronJobBuilder()
                .withNewMetadata()
                .withName(FerryStack.NAME)
                .withNamespace(hub.namespace())
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withSchedule(ferry.schedule())
                .withConcurrencyPolicy("Forbid")
                // One that could not start in time is left out: the next one reads the same.
                .withStartingDeadlineSeconds(ferry.deadline().toSeconds())
                .withSuccessfulJobsHistoryLimit(1)
                .withFailedJobsHistoryLimit(3)
                .withNewJobTemplate()
                .withSpec(job())
                .endJobTemplate()
                .endSpec()
                .build();
    }

    private JobSpec job() {
        return new JobSpecBuilder()
                // A refused reading is not tried again at once: the schedule does that, and the log stays.
                .withBackoffLimit(0)
                .withActiveDeadlineSeconds(ferry.deadline().toSeconds())
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(Labels.common())
                .addToLabels(COMPONENT, FerryStack.NAME)
                // By this label the hub lets it in; see the chart's NetworkPolicy.
                .addToLabels("hub.jupyter.org/network-access-hub", "true")
                .endMetadata()
                .withSpec(pod())
                .endTemplate()
                .build();
    }

    private PodSpec pod() {
        return new PodSpecBuilder()
                .withServiceAccountName(FerryStack.NAME)
                .withAutomountServiceAccountToken(false)
                .withRestartPolicy("Never")
                .withSecurityContext(Restricted.pod())
                .withContainers(container())
                .withVolumes(volumes())
                .build();
    }

    private List<Volume> volumes() {
        var program = new VolumeBuilder()
                .withName("program")
                .withNewConfigMap()
                .withName(FerryStack.NAME)
                .endConfigMap();
        var client = new VolumeBuilder()
                .withName("client")
                .withNewSecret()
                .withSecretName(FerryStack.CLIENT_SECRET)
                .endSecret();
        // Of the hub's secrets this one key, and no other.
        var token = new VolumeBuilder()
                .withName("hub-token")
                .withNewSecret()
                .withSecretName(JupyterHubStack.SECRET)
                .addNewItem(tokenKey, null, TOKEN_FILE)
                .endSecret();
        return List.of(program.build(), client.build(), token.build());
    }

    private Container container() {
        return new ContainerBuilder()
                .withName(FerryStack.NAME)
                // The hub's own image has a Python, and is on the hub's nodes already.
                .withImage(hub.hubImage().toString())
                .withImagePullPolicy("IfNotPresent")
                .withCommand(command())
                .addNewEnv()
                .withName("PYTHONUNBUFFERED")
                .withValue("1")
                .endEnv()
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity("50m"), "memory", new Quantity("64Mi")))
                .withLimits(Map.of("cpu", new Quantity("500m"), "memory", new Quantity("256Mi")))
                .endResources()
                .withSecurityContext(Restricted.container())
                .withVolumeMounts(
                        mount("program", PROGRAM_FOLDER),
                        mount("client", CLIENT_FOLDER),
                        mount("hub-token", TOKEN_FOLDER))
                .build();
    }

    private static VolumeMount mount(String volume, String path) {
        return new VolumeMountBuilder()
                .withName(volume)
                .withMountPath(path)
                .withReadOnly(true)
                .build();
    }

    private List<String> command() {
        var words = new ArrayList<>(List.of(
                "python3",
                PROGRAM_FOLDER + FerryStack.PROGRAM,
                "--config=" + PROGRAM_FOLDER + FerryStack.CONFIGURATION,
                "--certificate=" + CLIENT_FOLDER + "tls.crt",
                "--key=" + CLIENT_FOLDER + "tls.key",
                "--hub-token=" + TOKEN_FOLDER + TOKEN_FILE));
        ferry.caCertificate().ifPresent(pem -> words.add("--authority=" + PROGRAM_FOLDER + FerryStack.AUTHORITY));
        return words;
    }
}
