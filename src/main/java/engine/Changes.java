package engine;

import engine.EngineEvent.Diagnostic;
import engine.EngineEvent.Policy;
import engine.EngineEvent.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import target.NoClusterException;

/**
 * What one run of the engine did or would do, gathered from its events.
 *
 * @param steps the steps that change something, sorted by URN; components and the provider are included
 * @param drifted what a look at the cluster found otherwise than it was declared, or gone, sorted by URN
 * @param operations how many resources each operation was for, those that stay the same included
 * @param errors what went wrong, in the engine's words, each once
 * @param policies what policies found
 * @param exitCode the engine's own; not to be decided by
 */
public record Changes(
        List<Step> steps,
        List<Step> drifted,
        Map<String, Integer> operations,
        List<Diagnostic> errors,
        List<Policy> policies,
        int exitCode) {
    private static final Comparator<Step> ORDER =
            Comparator.comparing(Step::urn).thenComparing(Step::operation);

    public Changes {
        steps = List.copyOf(steps);
        drifted = List.copyOf(drifted);
        operations = new TreeMap<>(operations);
        errors = List.copyOf(errors);
        policies = List.copyOf(policies);
    }

    public boolean succeeded() {
        return exitCode == 0 && errors.isEmpty();
    }

    public boolean none() {
        return steps.isEmpty();
    }

    /** Steps that protection forbids: the engine says no to the whole run for them. */
    public List<Step> refused() {
        return removals().filter(Step::wasProtected).toList();
    }

    /** What it would delete or replace, and the engine would let go; each resource once. */
    public List<Step> losses() {
        var losses = new TreeMap<String, Step>();
        removals()
                .filter(step -> step.before().isPresent() && !step.wasProtected())
                .forEach(step -> losses.putIfAbsent(step.urn(), step));
        return List.copyOf(losses.values());
    }

    private Stream<Step> removals() {
        return steps.stream()
                .filter(step ->
                        step.operation().contains("delete") || step.operation().contains("replace"));
    }

    /** With what rules find that the engine does not ask. */
    public Changes with(List<Policy> further) {
        var all = new ArrayList<>(policies);
        all.addAll(further);
        return new Changes(steps, drifted, operations, errors, all, exitCode);
    }

    /** With others that the run was not shown, because they stay the same. */
    public Changes withSame(int others) {
        var all = new TreeMap<>(operations);
        all.merge("same", others, Integer::sum);
        return new Changes(steps, drifted, all, errors, policies, exitCode);
    }

    /** With steps of resources that the run was not shown, because all that can be said of them is that they are new. */
    public Changes withMade(List<Step> made) {
        var all = new ArrayList<>(steps);
        all.addAll(made);
        all.sort(ORDER);
        var operations = new TreeMap<>(this.operations);
        operations.merge("create", made.size(), Integer::sum);
        return made.isEmpty() ? this : new Changes(all, drifted, operations, errors, policies, exitCode);
    }

    /** Of a run that found nothing to change, and nothing else to say. */
    public static Changes nothing() {
        return new Changes(List.of(), List.of(), Map.of(), List.of(), List.of(), 0);
    }

    /**
     * With what a run that was refused did not come to: the engine deletes what leans on others first, and stops at the
     * first deletion that protection forbids.
     *
     * @param removals the step that would delete each resource of the state
     * @param declared whether a resource is still declared
     */
    public Changes completed(List<Step> removals, Predicate<Step> declared) {
        if (refused().isEmpty()) {
            return this;
        }
        var told = steps.stream().map(Step::urn).collect(Collectors.toSet());
        var all = new ArrayList<>(steps);
        removals.stream()
                .filter(step -> !told.contains(step.urn()) && !declared.test(step))
                .forEach(all::add);
        all.sort(ORDER);
        return new Changes(all, drifted, operations, errors, policies, exitCode);
    }

    /** The same, for a reason that the engine could not give itself. */
    Changes failed(String reason) {
        return new Changes(
                steps, drifted, operations, List.of(new Diagnostic("error", "", reason)), policies, exitCode);
    }

    /** Whether protection stopped it: by a step, or, where a replacement draws others along, in the engine's words alone. */
    public boolean protectionForbids() {
        return !refused().isEmpty()
                || errors.stream().anyMatch(error -> error.message().contains("is currently marked for protection"));
    }

    /** Whether the program itself refused, before anything was registered. */
    public boolean programRefused() {
        return errors.stream().anyMatch(error -> error.message().startsWith(ProgramExit.REFUSED));
    }

    /** What the program said where the cluster did not answer it, before anything was registered. */
    public Optional<String> clusterSilent() {
        return errors.stream()
                .map(Diagnostic::message)
                .filter(message -> message.startsWith(NoClusterException.MARK))
                .findFirst();
    }

    /** Whether the program found faults in the declaration that only the engine's configuration shows. */
    public boolean declarationFaulty() {
        return errors.stream().anyMatch(error -> error.message().startsWith(ProgramExit.FAULTY));
    }

    public boolean policyViolated() {
        return policies.stream().anyMatch(policy -> policy.enforcement().equals("mandatory"));
    }

    /** Gathers events as they stream. */
    public static final class Collector implements Consumer<EngineEvent> {
        private final Map<String, Step> steps = new LinkedHashMap<>();
        private final Map<String, Step> drifted = new TreeMap<>();
        private final List<Diagnostic> errors = new ArrayList<>();
        private final List<Policy> policies = new ArrayList<>();
        private final Map<String, Integer> operations = new TreeMap<>();
        private final Consumer<EngineEvent> watcher;
        private boolean refreshed;

        /** @param watcher sees each event too, for progress */
        public Collector(Consumer<EngineEvent> watcher) {
            this.watcher = watcher;
        }

        /**
         * Of a refresh: what it found. The engine plans {@code refresh} for everything, and says only afterwards which
         * of them are another, or gone.
         */
        Collector takingRefreshed() {
            refreshed = true;
            return this;
        }

        @Override
        public void accept(EngineEvent event) {
            watcher.accept(event);
            if (event instanceof EngineEvent.StepPlanned planned
                    && planned.step().changes()) {
                steps.put(planned.step().operation() + planned.step().urn(), planned.step());
            } else if (event instanceof EngineEvent.StepDone done && done.step().foundOtherwise()) {
                drifted.put(done.step().urn(), done.step());
            } else if (refreshed
                    && event instanceof EngineEvent.StepDone done
                    && done.step().changes()) {
                steps.put(done.step().operation() + done.step().urn(), done.step());
            } else if (event instanceof Diagnostic diagnostic
                    && diagnostic.isError()
                    && !ProgramExit.isEcho(diagnostic)) {
                errors.add(diagnostic);
            } else if (event instanceof Policy policy) {
                policies.add(policy);
            } else if (event instanceof EngineEvent.Summary summary) {
                operations.putAll(summary.operations());
            }
        }

        public Changes ended(int exitCode) {
            var sorted = new ArrayList<>(steps.values());
            sorted.sort(ORDER);
            return new Changes(
                    sorted,
                    List.copyOf(drifted.values()),
                    operations,
                    errors.stream().distinct().toList(),
                    policies,
                    exitCode);
        }
    }
}
