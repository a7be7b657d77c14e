package twin.play;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Plays OKD's controller that gives each namespace its range of user ids, in the annotations that the admission of pods
 * reads. Blocks of 10,000 ids from 1,000,000,000 on, as OKD's default {@code uidAllocatorRange} cuts them.
 */
final class UidRanges {
    private static final long FIRST = 1_000_000_000L;
    private static final long BLOCK = 10_000L;
    private static final String UID_RANGE = "openshift.io/sa.scc.uid-range";

    private final KubernetesClient client;
    private final Supplier<List<Namespace>> known;
    /** By UID, what the watch may not have brought back yet. */
    private final Map<String, Long> given = new HashMap<>();

    /** @param known all namespaces, those included that {@link #annotate} is asked for */
    UidRanges(KubernetesClient client, Supplier<List<Namespace>> known) {
        this.client = client;
        this.known = known;
    }

    /** Annotates the namespace unless it has its range already. */
    synchronized void annotate(Namespace namespace) {
        if (rangeOf(namespace) != null || namespace.getMetadata().getDeletionTimestamp() != null) {
            return;
        }
        // An event may be older than what was given since.
        long block =
                Optional.ofNullable(given.get(namespace.getMetadata().getUid())).orElseGet(this::freeBlock);
        String range = FIRST + block * BLOCK + "/" + BLOCK;
        var annotations = new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace.getMetadata().getName())
                // Its UID makes the apply fail, instead of making it anew, when the namespace has gone meanwhile.
                .withUid(namespace.getMetadata().getUid())
                .addToAnnotations(UID_RANGE, range)
                .addToAnnotations("openshift.io/sa.scc.supplemental-groups", range)
                .addToAnnotations("openshift.io/sa.scc.mcs", categories(block))
                .endMetadata()
                .build();
        client.resource(annotations).patch(Applied.by("cluster-policy-controller"), annotations);
        given.put(namespace.getMetadata().getUid(), block);
    }

    private long freeBlock() {
        Set<Long> taken = new TreeSet<>();
        Set<String> there = new TreeSet<>();
        for (Namespace namespace : known.get()) {
            String range = rangeOf(namespace);
            if (range != null) {
                taken.add((Long.parseLong(range.substring(0, range.indexOf('/'))) - FIRST) / BLOCK);
            }
            there.add(namespace.getMetadata().getUid());
        }
        given.keySet().retainAll(there);
        taken.addAll(given.values());
        long block = 0;
        while (taken.contains(block)) {
            block++;
        }
        return block;
    }

    /** Two of SELinux's 1,024 categories, the higher first; each block another pair. */
    private static String categories(long block) {
        long high = 1;
        long before = 0;
        while (before + high <= block) {
            before += high;
            high++;
        }
        return "s0:c" + high + ",c" + (block - before);
    }

    private static String rangeOf(Namespace namespace) {
        var annotations = namespace.getMetadata().getAnnotations();
        return annotations == null ? null : annotations.get(UID_RANGE);
    }
}
