package health;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether an environment works, and what of it does not. Two looks at an environment in which nothing happened are equal.
 *
 * @param environment {@code dev}, {@code prod}
 * @param target {@code twin/<environment>}, or a real cluster's name
 * @param stacks in the order of their dependence
 * @param spawn of the check user; empty if nobody was to ask for one
 */
public record Health(String environment, String target, List<StackHealth> stacks, Optional<Spawned> spawn) {
    public Health {
        requireNonNull(environment, "environment is null");
        requireNonNull(target, "target is null");
        stacks = List.copyOf(stacks);
        requireNonNull(spawn, "spawn is null");
    }

    /** Of objects and answers alone. */
    public Health(String environment, String target, List<StackHealth> stacks) {
        this(environment, target, stacks, Optional.empty());
    }

    /** The same, and what came of a check's server, among the findings of its stack. */
    public Health with(Spawned spawned) {
        return new Health(
                environment,
                target,
                stacks.stream()
                        .map(stack ->
                                stack.stack().equals(spawned.finding().stack()) ? stack.with(spawned.finding()) : stack)
                        .toList(),
                Optional.of(spawned));
    }

    /** Whether nothing is red, and anything was looked at at all. */
    public boolean healthy() {
        return red().isEmpty();
    }

    /** What does not work, sorted within each stack; an environment of which nothing was looked at is red as a whole. */
    public List<Finding> red() {
        return count(Outcome.GREEN) + count(Outcome.RED) == 0
                ? List.of(Finding.red(environment, target, "nothing was looked at"))
                : of(Outcome.RED).toList();
    }

    public List<Finding> notAsked() {
        return of(Outcome.NOT_ASKED).toList();
    }

    public long count(Outcome outcome) {
        return of(outcome).count();
    }

    /** SHA-256 of its JSON without the seconds of a spawn, in hex: the same as long as nothing changes. */
    public String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(HealthJson.write(new Health(environment, target, stacks))
                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Stream<Finding> of(Outcome outcome) {
        return stacks.stream()
                .flatMap(stack -> stack.findings().stream())
                .filter(finding -> finding.outcome() == outcome);
    }
}
