package stacks.dask;

import facility.dask.BatchSystem;
import facility.dask.DaskGateway;
import facility.dask.QueueMonitor;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kube.Labels;
import kube.Secrets;

/** What looks into the batch system's queue, so that a worker that waits there is seen; Prometheus asks it. */
public final class BatchMonitor {
    public static final String NAME = "batch-monitor";
    public static final int PORT = 9619;

    /** On its Service and its pods. */
    public static final Map<String, String> LABELS =
            Map.of("app.kubernetes.io/name", "dask-gateway", "app.kubernetes.io/component", NAME);

    private final DaskGateway dask;
    private final BatchSystem system;
    private final QueueMonitor monitor;

    BatchMonitor(DaskGateway dask, BatchSystem system, QueueMonitor monitor) {
        this.dask = dask;
        this.system = system;
        this.monitor = monitor;
    }

    List<HasMetadata> objects() {
        return List.of(
                program(),
                token(),
                account(),
                new BatchMonitorPods(system, monitor, metadata()).deployment(),
                service(),
                fence());
    }

    private HasMetadata program() {
        return new ConfigMapBuilder()
                .withMetadata(metadata())
                .withData(Map.of(file(), resource()))
                .build();
    }

    private HasMetadata token() {
        return Secrets.of(dask.namespace(), NAME, Map.of("token", DaskGateway.BATCH_TOKEN));
    }

    private HasMetadata account() {
        return new ServiceAccountBuilder()
                .withMetadata(metadata())
                .withAutomountServiceAccountToken(false)
                .build();
    }

    private HasMetadata service() {
        return new ServiceBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withSelector(LABELS)
                .addNewPort()
                .withName("metrics")
                .withProtocol("TCP")
                .withPort(PORT)
                .withTargetPort(new IntOrString("metrics"))
                .endPort()
                .endSpec()
                .build();
    }

    /** Out to the pool; the scraper is let in by the monitoring's own policy. */
    private HasMetadata fence() {
        var pool = new NetworkPolicyEgressRuleBuilder()
                .addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(system.queuePort()))
                .endPort();
        monitor.networks().forEach(network -> pool.addNewTo()
                .withNewIpBlock()
                .withCidr(network)
                .endIpBlock()
                .endTo());
        return new NetworkPolicyBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withNewPodSelector()
                .withMatchLabels(LABELS)
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .withEgress(pool.build())
                .endSpec()
                .build();
    }

    private ObjectMeta metadata() {
        return new ObjectMetaBuilder()
                .withName(NAME)
                .withNamespace(dask.namespace())
                .withLabels(Labels.common())
                .addToLabels(LABELS)
                .build();
    }

    private String file() {
        return file(system);
    }

    /** The program that reads this batch system's queue. */
    static String file(BatchSystem system) {
        return system.system() + "_queue.py";
    }

    private String resource() {
        try (var text = BatchMonitor.class.getResourceAsStream(file())) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
