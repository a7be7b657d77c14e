package twin.play;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.openshift.api.model.ClusterResourceQuota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import twin.play.checkmk.CheckmkServer;
import twin.play.checkmk.Identity;
import twin.play.quota.ClusterQuotas;
import twin.play.quota.QuotaWebhook;
import twin.play.quota.Registration;

/** The process that plays what OKD, its router, the GPU operator and Ceph's provisioners do on a real cluster. */
public final class Main {
    /** Every minute each object is looked at again, whatever event was lost. */
    private static final long RESYNC_MILLIS = 60_000;

    private Main() {}

    /**
     * Arguments: the kubeconfig, the file of the {@link Script}; the port, certificate, key and file of the played
     * CheckMK server; the port of the webhook that judges quotas, and the authority of its certificate, which is the
     * same. Runs until it is ended.
     */
    public static void main(String[] args) throws InterruptedException {
        try {
            serve(args);
        } catch (IOException | RuntimeException e) {
            // Threads that watch the API server would keep the process alive, which then plays only half.
            e.printStackTrace(System.out);
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void serve(String[] args) throws IOException {
        var script = Script.read(Path.of(args[1]));
        var client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(Path.of(args[0]).toFile()))
                .build();
        var quotas = new ClusterQuotas(client, Clock.systemUTC());
        play(client, script, quotas);
        var tls = Identity.of(Path.of(args[3]), Path.of(args[4]));
        var webhook = new QuotaWebhook(Integer.parseInt(args[6]), tls, quotas);
        var registration = Registration.of(webhook.url(), Files.readAllBytes(Path.of(args[7])));
        client.resource(registration).patch(Applied.by("facility-twin"), registration);
        // Any secret is let in: whose it is, is not what a rehearsal tells.
        new CheckmkServer(
                Integer.parseInt(args[2]),
                tls,
                Path.of(args[5]),
                (user, secret) -> true,
                Duration.ZERO,
                new CheckmkServer.Watcher() {});
        System.out.println("playing");
    }

    private static void play(KubernetesClient client, Script script, ClusterQuotas quotas) {
        var namespaces = client.namespaces().runnableInformer(RESYNC_MILLIS);
        var ranges = new UidRanges(client, namespaces.getStore()::list);
        var router = new Router(client, script.ingressDomain());
        var provisioner = new Provisioner(client, script.storage());
        var kubelet = new Kubelet(client);
        var gpus = new GpuOperator(client, script.partitionFile(), script.sharingFile());
        // A range is taken by whoever has it already: so not before all are known.
        namespaces.run();
        namespaces
                .addEventHandler(each(ranges::annotate))
                .addEventHandlerWithResyncPeriod(each((Namespace namespace) -> quotas.countAll()), RESYNC_MILLIS);
        client.resources(ClusterResourceQuota.class)
                .inform(each((ClusterResourceQuota quota) -> quotas.countAll()), RESYNC_MILLIS);
        client.genericKubernetesResources(Router.ROUTES)
                .inAnyNamespace()
                .inform(each((GenericKubernetesResource route) -> router.admit()), RESYNC_MILLIS);
        client.persistentVolumeClaims()
                .inAnyNamespace()
                .inform(each((PersistentVolumeClaim claim) -> provisioner.provision(claim)), RESYNC_MILLIS)
                .addEventHandlerWithResyncPeriod(each(quotas::count), RESYNC_MILLIS);
        var buckets = new Buckets(client, script.storage());
        client.genericKubernetesResources(Buckets.CLAIMS)
                .inAnyNamespace()
                .inform(each((GenericKubernetesResource claim) -> buckets.provision(claim)), RESYNC_MILLIS);
        // A claim may be there before its class.
        client.storage()
                .v1()
                .storageClasses()
                .inform(
                        each((StorageClass storageClass) -> {
                            provisioner.provisionAll();
                            buckets.provisionAll();
                        }),
                        RESYNC_MILLIS);
        client.persistentVolumes()
                .inform(each((PersistentVolume volume) -> provisioner.reclaim(volume)), RESYNC_MILLIS);
        client.pods()
                .inAnyNamespace()
                .inform(each((Pod pod) -> kubelet.reportReadiness(pod)), RESYNC_MILLIS)
                .addEventHandlerWithResyncPeriod(each(quotas::count), RESYNC_MILLIS);
        client.nodes().inform(each((Node node) -> gpus.reconcile(node)), RESYNC_MILLIS);
        client.configMaps()
                .inNamespace(GpuOperator.NAMESPACE)
                .inform(each((ConfigMap file) -> gpus.reconcileAll()), RESYNC_MILLIS);
    }

    /** Acts on each object that came, changed or went; what goes wrong is logged and tried again at the next event. */
    private static <T> ResourceEventHandler<T> each(Consumer<T> act) {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(T object) {
                attempt(object);
            }

            @Override
            public void onUpdate(T before, T object) {
                attempt(object);
            }

            @Override
            public void onDelete(T object, boolean finalStateUnknown) {
                attempt(object);
            }

            private void attempt(T object) {
                try {
                    act.accept(object);
                } catch (KubernetesClientException e) {
                    System.out.println("not done, will be tried again: " + e.getMessage());
                }
            }
        };
    }
}
