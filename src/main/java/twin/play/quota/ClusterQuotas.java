package twin.play.quota;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuotaStatus;
import io.fabric8.kubernetes.api.model.ResourceQuotaStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.openshift.api.model.ClusterResourceQuota;
import io.fabric8.openshift.api.model.ClusterResourceQuotaStatus;
import io.fabric8.openshift.api.model.ClusterResourceQuotaStatusBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Plays OKD's ClusterResourceQuota: counts pods and claims of the selected namespaces together, writes the totals into
 * status, and judges what is to be let in. One at a time: a count and what follows from it are one step.
 */
public final class ClusterQuotas {
    /** Much happens at once while a facility comes up, and each count lists pods, claims and namespaces. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final KubernetesClient client;
    private final Clock clock;
    private final Stored stored;
    private final Pledges pledges;
    private final ScheduledExecutorService counter = Executors.newSingleThreadScheduledExecutor();
    private final AtomicBoolean asked = new AtomicBoolean();

    public ClusterQuotas(KubernetesClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
        this.stored = new Stored(client);
        this.pledges = new Pledges(clock);
    }

    /** A pod or a claim came, changed or went. */
    public void count(HasMetadata object) {
        synchronized (this) {
            pledges.seen(object);
        }
        countAll();
    }

    /** A quota or a namespace came, changed or went: soon counted, and once for all that happens till then. */
    public void countAll() {
        if (asked.compareAndSet(false, true)) {
            var unused = counter.schedule(this::writeAllTotals, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void writeAllTotals() {
        asked.set(false);
        try {
            var quotas = stored.quotas();
            if (!quotas.isEmpty()) {
                var pods = stored.pods();
                var claims = stored.claims();
                quotas.forEach((quota, namespaces) -> writeTotals(quota, namespaces, pods, claims));
            }
        } catch (KubernetesClientException e) {
            System.out.println("totals not written, will be tried again: " + e.getMessage());
        }
    }

    /**
     * Judges an object that is to be stored.
     *
     * @param before what it was; empty for a new one
     * @param dryRun whether nothing will be stored
     * @return why it is refused, in OKD's words; empty if it is let in
     */
    synchronized Optional<String> refusal(
            String namespace, HasMetadata object, Optional<HasMetadata> before, boolean dryRun) {
        var now = clock.instant();
        var more = Usage.of(object, now)
                .minus(before.map(old -> Usage.of(old, now)).orElse(Amounts.NONE))
                .positive();
        if (more.isEmpty()) {
            return Optional.empty();
        }
        // Asked again about the same object, after a conflict: what was let in before it stands no more.
        pledges.forget(object);
        var counted = Amounts.NONE;
        for (var quota : stored.quotas().entrySet()) {
            if (quota.getValue().contains(namespace)) {
                var hard = Stored.hard(quota.getKey());
                String name = quota.getKey().getMetadata().getName();
                var refused = judge(name, hard, object, more, quota.getValue());
                if (refused.isPresent()) {
                    return refused;
                }
                counted = counted.max(more.only(hard.resources()));
            }
        }
        if (!dryRun && !counted.isEmpty()) {
            pledges.add(
                    object,
                    namespace,
                    counted,
                    before.map(old -> old.getMetadata().getResourceVersion()).orElse(""));
        }
        return Optional.empty();
    }

    private Optional<String> judge(
            String quota, Amounts hard, HasMetadata object, Amounts more, List<String> namespaces) {
        if (object instanceof Pod pod) {
            String leftOut = PodUsage.leftOut(pod, hard.resources());
            if (!leftOut.isEmpty()) {
                return Optional.of("failed quota: " + quota + ": must specify " + leftOut);
            }
        }
        var requested = more.only(hard.resources());
        Function<String, List<? extends HasMetadata>> kind = object instanceof Pod ? stored::pods : stored::claims;
        var used = used(namespaces, hard, kind).values().stream()
                .reduce(Amounts.NONE, Amounts::plus)
                .plus(pledges.in(namespaces));
        var exceeded = requested.plus(used.only(requested.resources())).above(hard);
        return exceeded.isEmpty()
                ? Optional.empty()
                : Optional.of("exceeded quota: " + quota + ", requested: " + requested.only(exceeded) + ", used: "
                        + used.only(exceeded) + ", limited: " + hard.only(exceeded));
    }

    /** What each namespace has stored, of one kind, of what the quota limits; what it has none of is 0. */
    private Map<String, Amounts> used(
            List<String> namespaces, Amounts hard, Function<String, List<? extends HasMetadata>> kind) {
        var used = new TreeMap<String, Amounts>();
        for (String namespace : namespaces) {
            var its = hard.minus(hard);
            for (HasMetadata object : kind.apply(namespace)) {
                pledges.seen(object);
                its = its.plus(Usage.of(object, clock.instant()).only(hard.resources()));
            }
            used.put(namespace, its);
        }
        return used;
    }

    private void writeTotals(
            ClusterResourceQuota quota,
            List<String> namespaces,
            Map<String, List<Pod>> pods,
            Map<String, List<PersistentVolumeClaim>> claims) {
        var hard = Stored.hard(quota);
        var used = used(namespaces, hard, namespace -> pods.getOrDefault(namespace, List.of()));
        used(namespaces, hard, namespace -> claims.getOrDefault(namespace, List.of()))
                .forEach((namespace, its) -> used.merge(namespace, its, Amounts::plus));
        var total = used.values().stream().reduce(hard.minus(hard), Amounts::plus);
        var status = new ClusterResourceQuotaStatusBuilder().withTotal(status(hard, total));
        used.forEach((namespace, its) -> status.addNewNamespace()
                .withNamespace(namespace)
                .withStatus(status(hard, its))
                .endNamespace());
        ClusterResourceQuotaStatus counted = status.build();
        if (counted.equals(quota.getStatus())) {
            return;
        }
        quota.setStatus(counted);
        try {
            client.resource(quota).updateStatus();
        } catch (KubernetesClientException changedOrGone) {
            if (changedOrGone.getCode() != 409 && changedOrGone.getCode() != 404) {
                throw changedOrGone;
            }
            // The change that won brings an event of its own, and this is counted again.
        }
    }

    private static ResourceQuotaStatus status(Amounts hard, Amounts used) {
        return new ResourceQuotaStatusBuilder()
                .withHard(hard.written())
                .withUsed(used.written())
                .build();
    }
}
