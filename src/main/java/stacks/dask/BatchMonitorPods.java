package stacks.dask;

import facility.dask.BatchSystem;
import facility.dask.QueueMonitor;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;
import kube.Labels;
import kube.Restricted;

/** The one pod that reads the queue when it is asked. */
final class BatchMonitorPods {
    private static final String PROGRAM_FOLDER = "/opt/batch-monitor";
    private static final String TOKEN_FOLDER = "/run/secrets/batch-monitor";

    private final BatchSystem system;
    private final QueueMonitor monitor;
    private final ObjectMeta metadata;

    BatchMonitorPods(BatchSystem system, QueueMonitor monitor, ObjectMeta metadata) {
        this.system = system;
        this.monitor = monitor;
        this.metadata = metadata;
    }

    Deployment deployment() {
        return new DeploymentBuilder()
                .withMetadata(metadata)
                .withNewSpec()
                .withReplicas(1)
                .withNewSelector()
                .withMatchLabels(BatchMonitor.LABELS)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(Labels.common())
                .addToLabels(BatchMonitor.LABELS)
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName(BatchMonitor.NAME)
                .withAutomountServiceAccountToken(false)
                .withSecurityContext(Restricted.pod())
                .withContainers(container())
                .addNewVolume()
                .withName("program")
                .withNewConfigMap()
                .withName(BatchMonitor.NAME)
                .endConfigMap()
                .endVolume()
                .addNewVolume()
                .withName("token")
                .withNewSecret()
                .withSecretName(BatchMonitor.NAME)
                .endSecret()
                .endVolume()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private Container container() {
        return new ContainerBuilder()
                .withName(BatchMonitor.NAME)
                .withImage(monitor.image().toString())
                .withImagePullPolicy("IfNotPresent")
                .withCommand(
                        "python3",
                        PROGRAM_FOLDER + "/" + BatchMonitor.file(system),
                        "--schedd=" + system.accessPoint(),
                        "--pool=" + monitor.collector(),
                        "--port=" + BatchMonitor.PORT)
                .withEnv(system.clientSettings(TOKEN_FOLDER).entrySet().stream()
                        .map(setting -> new EnvVar(setting.getKey(), setting.getValue(), null))
                        .toList())
                .addNewPort()
                .withName("metrics")
                .withContainerPort(BatchMonitor.PORT)
                .endPort()
                .withNewReadinessProbe()
                .withNewHttpGet()
                .withPath("/health")
                .withPort(new IntOrString("metrics"))
                .endHttpGet()
                .endReadinessProbe()
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity("50m"), "memory", new Quantity("64Mi")))
                .withLimits(Map.of("cpu", new Quantity("500m"), "memory", new Quantity("256Mi")))
                .endResources()
                .withSecurityContext(Restricted.container())
                .addNewVolumeMount()
                .withName("program")
                .withMountPath(PROGRAM_FOLDER)
                .withReadOnly(true)
                .endVolumeMount()
                .addNewVolumeMount()
                .withName("token")
                .withMountPath(TOKEN_FOLDER)
                .withReadOnly(true)
                .endVolumeMount()
                .build();
    }
}
