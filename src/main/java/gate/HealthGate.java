package gate;

import health.Finding;
import health.Health;
import health.HealthCheck;
import health.Member;
import health.StackMembers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import provider.Field;
import provider.Kind;
import provider.ResourceFailure;
import target.Target;

/**
 * Waits until everything that a stack declares works, for as long as is declared and no longer. Its members stand in its
 * inputs, so that a preview shows what it will look at; it asks the cluster only when it is made or changed.
 */
final class HealthGate implements Kind {
    private final String environment;
    private final Target target;
    private final BooleanSupplier cancelled;
    private final Consumer<String> log;

    /**
     * @param cancelled whether the run was interrupted, and nobody waits any more
     * @param log told what it waits for
     */
    HealthGate(String environment, Target target, BooleanSupplier cancelled, Consumer<String> log) {
        this.environment = environment;
        this.target = target;
        this.cancelled = cancelled;
        this.log = log;
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.text("stack").kept(), Field.text("digest"), Field.text("patience"), Field.map("members"));
    }

    @Override
    public Made create(Map<String, Object> inputs) {
        return new Made(String.valueOf(inputs.get("stack")), update("", inputs));
    }

    /** Whether its stack still works is asked by {@code facility health}, not by every refresh. */
    @Override
    public Optional<Map<String, Object>> read(String id, Map<String, Object> known) {
        return Optional.of(known).filter(outputs -> !outputs.isEmpty());
    }

    @Override
    public Map<String, Object> update(String id, Map<String, Object> inputs) {
        String stack = String.valueOf(inputs.get("stack"));
        Duration patience = Duration.parse(String.valueOf(inputs.get("patience")));
        var waiting = new Waiting(stack, patience, log);
        Health health = HealthCheck.of(environment, target, List.of(members(stack, inputs.get("members"))))
                .await(patience, seen -> {
                    if (cancelled.getAsBoolean()) {
                        throw new ResourceFailure("stack " + stack + " was not waited for: the run was interrupted");
                    }
                    waiting.saw(seen);
                });
        if (!health.healthy()) {
            throw new ResourceFailure(sentence(stack, patience, health));
        }
        return inputs;
    }

    @Override
    public void delete(String id, Map<String, Object> known) {
        // It holds nothing.
    }

    private String sentence(String stack, Duration patience, Health health) {
        List<Finding> red = health.red();
        Finding first = red.get(0);
        return "stack " + stack + " is not healthy after " + patience.toSeconds() + "s: " + first.what() + " "
                + first.reason() + (red.size() == 1 ? "" : ", and " + (red.size() - 1) + " more")
                + "; nothing of the stacks after it was touched; see: ./facility health " + environment
                + "; mend it, or take the change back, and run again";
    }

    private static StackMembers members(String stack, Object inputs) {
        var written = new TreeMap<String, String>();
        ((Map<?, ?>) inputs).forEach((title, value) -> written.put(String.valueOf(title), String.valueOf(value)));
        return new StackMembers(
                stack,
                written.entrySet().stream()
                        .map(entry -> Member.read(stack, entry.getKey(), entry.getValue()))
                        .toList(),
                0);
    }
}
