package health;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether an environment works, and what of it does not. Two looks at an environment in which nothing happened are equal.
 *
 * @param environment {@code dev}, {@code prod}
 * @param target {@code twin/<environment>}, or a real cluster's name
 * @param stacks in the order of their dependence
 */
public record Health(String environment, String target, List<StackHealth> stacks) {
    public Health {
        requireNonNull(environment, "environment is null");
        requireNonNull(target, "target is null");
        stacks = List.copyOf(stacks);
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

    /** SHA-256 of its JSON, in hex: the same as long as nothing changes. */
    public String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(HealthJson.write(this).getBytes(StandardCharsets.UTF_8)));
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
