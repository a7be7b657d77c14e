package health;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import target.Identity;
import target.Target;

/** Looks whether an environment works: each member of each stack, and what its services answer. Changes nothing. */
public final class HealthCheck {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** The reads wait for the API server, not for a processor. */
    private static final int READERS = 8;

    private final String environment;
    private final Target target;
    private final List<StackMembers> stacks;
    private final Optional<List<Question>> questions;

    private HealthCheck(
            String environment, Target target, List<StackMembers> stacks, Optional<List<Question>> questions) {
        this.environment = environment;
        this.target = target;
        this.stacks = List.copyOf(stacks);
        this.questions = questions.map(List::copyOf);
    }

    /** Of objects alone: what a gate waits for. */
    public static HealthCheck of(String environment, Target target, List<StackMembers> stacks) {
        return new HealthCheck(environment, target, stacks, Optional.empty());
    }

    /** The same, with what its services are to be asked; on a twin they are not, for nothing listens there. */
    public HealthCheck asking(List<Question> others) {
        return new HealthCheck(environment, target, stacks, Optional.of(others));
    }

    /** Looks once. A member that cannot be read is red, with the reason. */
    public Health look() {
        try (KubernetesClient client = Identity.client(target)) {
            return look(client);
        }
    }

    /**
     * Looks until all is well or the time is over.
     *
     * @param seen told of each look; the last one is the result
     */
    public Health await(Duration patience, Consumer<Health> seen) {
        Instant until = Instant.now().plus(patience);
        try (KubernetesClient client = Identity.client(target)) {
            Health health = look(client);
            seen.accept(health);
            while (!health.healthy() && Instant.now().plus(BETWEEN_LOOKS).isBefore(until)) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                health = look(client);
                seen.accept(health);
            }
            return health;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for health", e);
        }
    }

    private Health look(KubernetesClient client) {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            var cluster = new LiveCluster(client);
            var answers = questions.map(asked -> Answers.of(asked, target, client));
            var looked = new ArrayList<List<Future<Finding>>>();
            for (StackMembers stack : stacks) {
                var findings = new ArrayList<Future<Finding>>();
                stack.members().forEach(member -> findings.add(readers.submit(looking(cluster, member))));
                answers.ifPresent(
                        services -> services.of(stack).forEach(asking -> findings.add(readers.submit(asking))));
                looked.add(findings);
            }
            var result = new ArrayList<StackHealth>();
            for (int i = 0; i < looked.size(); i++) {
                result.add(StackHealth.of(stacks.get(i), ended(looked.get(i))));
            }
            return new Health(environment, target.name(), result);
        } finally {
            readers.shutdownNow();
        }
    }

    private static Callable<Finding> looking(LiveCluster cluster, Member member) {
        return () -> {
            try {
                return cluster.look(member);
            } catch (KubernetesClientException unanswered) {
                return Finding.red(member.stack(), member.title(), "could not be looked at: " + firstLine(unanswered));
            }
        };
    }

    private static List<Finding> ended(List<Future<Finding>> futures) {
        var findings = new ArrayList<Finding>();
        try {
            for (Future<Finding> future : futures) {
                findings.add(future.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking", e);
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        }
        return findings;
    }

    private static String firstLine(KubernetesClientException failure) {
        String said = failure.getStatus() == null
                ? failure.getMessage()
                : failure.getStatus().getMessage();
        return String.valueOf(said).lines().findFirst().orElse("no reason given");
    }
}
