package twin.play.quota;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What was let in and is not stored yet. Without it two pods that are judged one right after the other would both be
 * counted against what was there before either.
 */
final class Pledges {
    /**
     * After the webhook the namespace's own quota may refuse the object, or the store may; nobody tells. The API server
     * ends a request after 60 s, and what it lets in is stored well before half of that.
     */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Map<String, Pledge> byUid = new HashMap<>();
    private final Clock clock;

    Pledges(Clock clock) {
        this.clock = clock;
    }

    /** @param before the version of the object that is changed; empty for a new one */
    private record Pledge(String namespace, Amounts amounts, String before, Instant until) {}

    void add(HasMetadata object, String namespace, Amounts amounts, String before) {
        byUid.put(
                object.getMetadata().getUid(),
                new Pledge(namespace, amounts, before, clock.instant().plus(KEPT)));
    }

    /** The object is stored, or gone again: from now on the store tells what it takes. */
    void seen(HasMetadata object) {
        byUid.computeIfPresent(
                object.getMetadata().getUid(),
                (uid, pledge) -> pledge.before().equals(object.getMetadata().getResourceVersion()) ? pledge : null);
    }

    void forget(HasMetadata object) {
        byUid.remove(object.getMetadata().getUid());
    }

    Amounts in(Collection<String> namespaces) {
        byUid.values().removeIf(pledge -> clock.instant().isAfter(pledge.until()));
        return byUid.values().stream()
                .filter(pledge -> namespaces.contains(pledge.namespace()))
                .map(Pledge::amounts)
                .reduce(Amounts.NONE, Amounts::plus);
    }
}
