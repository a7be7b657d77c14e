package engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import target.RefusedException;

/** The three runs that this product makes of the engine; each returns what happened and leaves judging it to others. */
public final class EngineRun {
    private static final String POLICY_PACK = "--policy-pack";
    private static final int LAST_LINES = 20;

    /**
     * The state is written once, when the engine ends, whatever ended it but a kill: written with each step, as it would
     * be, it costs the square of the number of objects (ADR 34).
     */
    private static final Map<String, String> ONE_STATE = Map.of("PULUMI_SKIP_CHECKPOINTS", "true");

    private final PulumiCommand pulumi;
    private final Serving serving;
    private final Consumer<EngineEvent> watcher;
    private boolean summedUp;

    public EngineRun(PulumiCommand pulumi, Serving serving, Consumer<EngineEvent> watcher) {
        this.pulumi = pulumi;
        this.serving = serving;
        this.watcher = watcher;
    }

    public Changes preview() {
        return served("preview", POLICY_PACK, pulumi.policyPack());
    }

    /** The same, keeping the engine's plan of it. */
    public Changes preview(Path plan) {
        return served("preview", POLICY_PACK, pulumi.policyPack(), "--save-plan", plan.toString());
    }

    /** A preview that asks no rule: for whoever asks all of them itself. */
    public Changes previewUnjudged() {
        return served("preview");
    }

    /** What differs on the cluster from the state, whatever the program says; changes neither. */
    public Changes refreshPreview() {
        return run(new Changes.Collector(watcher).takingRefreshed(), "refresh", "--preview-only");
    }

    /** The same, with every object that was looked at. */
    public Look look() {
        var looked = new ArrayList<EngineEvent.Step>();
        Consumer<EngineEvent> both = event -> {
            watcher.accept(event);
            if (event instanceof EngineEvent.StepDone done) {
                looked.add(done.step());
            }
        };
        return new Look(run(new Changes.Collector(both).takingRefreshed(), "refresh", "--preview-only"), looked);
    }

    public Changes up() {
        return changing(() -> served(ONE_STATE, "up", "--yes", "--skip-preview", POLICY_PACK, pulumi.policyPack()));
    }

    /** A preview of these resources alone, by their URNs. */
    public Changes preview(List<String> targets) {
        return served(targeted(List.of("preview", POLICY_PACK, pulumi.policyPack()), targets));
    }

    /** Brings these resources alone up, by their URNs. */
    public Changes up(List<String> targets) {
        var words = List.of("up", "--yes", "--skip-preview", POLICY_PACK, pulumi.policyPack());
        return changing(() -> served(ONE_STATE, targeted(words, targets)));
    }

    /**
     * Brings up what its program registers, and asks no rule, for whoever asks all of them itself. It refuses if the state is not the
     * one that the program was made for.
     *
     * @param targets URNs of what may be touched: everything else is left as the state has it, registered or not; none for no such
     *     limit
     * @param written when that state was written: {@link OpenExport#written}
     */
    public Changes up(Collection<String> targets, String written) {
        var variables = new TreeMap<>(ONE_STATE);
        variables.put(WrittenState.VARIABLE, written);
        return changing(() -> served(variables, targeted(List.of("up", "--yes", "--skip-preview"), targets)));
    }

    private static String[] targeted(List<String> words, Collection<String> targets) {
        var all = new ArrayList<>(words);
        targets.forEach(urn -> all.addAll(List.of("--target", urn)));
        return all.toArray(String[]::new);
    }

    /**
     * What a plan says, and nothing else: the engine's own preview comes first, and refuses the whole run for any step
     * that is not in it. In that preview, under the engine's lock, the program looks whether the state is still this one.
     *
     * @param state the digest that {@link StateSeal} had when the plan was made
     */
    public Changes apply(Path plan, String state) {
        var variables = new TreeMap<>(ONE_STATE);
        variables.put(StateSeal.VARIABLE, state);
        return changing(
                () -> served(variables, "up", "--yes", POLICY_PACK, pulumi.policyPack(), "--plan", plan.toString()));
    }

    /** Removes all but what is protected. */
    public Changes down() {
        return changing(() -> run(
                new Changes.Collector(watcher),
                ONE_STATE,
                "destroy",
                "--yes",
                "--skip-preview",
                "--exclude-protected"));
    }

    /**
     * A mark stands from before the first change until the engine has summed up what it did, or said that it did nothing;
     * one that stood before stays.
     */
    private Changes changing(Supplier<Changes> run) {
        var cutOff = CutOff.of(pulumi.workspace());
        boolean stood = cutOff.stands();
        cutOff.set();
        summedUp = false;
        try {
            return run.get();
        } catch (RefusedException locked) {
            summedUp = true;
            throw locked;
        } finally {
            if (summedUp && !stood) {
                cutOff.clear();
            }
        }
    }

    private Changes served(String... words) {
        return served(Map.of(), words);
    }

    private Changes served(Map<String, String> variables, String... words) {
        try (var served = serving.start(variables)) {
            var all = new ArrayList<>(List.of(words));
            all.addAll(served.words());
            var more = new TreeMap<>(variables);
            more.putAll(served.variables());
            Changes changes = run(new Changes.Collector(watcher), more, all.toArray(String[]::new));
            served.fault().ifPresent(fault -> {
                throw fault;
            });
            return changes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Changes run(Changes.Collector collector, String... words) {
        return run(collector, Map.of(), words);
    }

    private Changes run(Changes.Collector collector, Map<String, String> variables, String... words) {
        var other = new ArrayList<String>();
        var plugins = new ArrayList<String>();
        int exit = pulumi.stream(
                event -> {
                    if (event instanceof EngineEvent.Diagnostic said && said.isOutputOfPlugin()) {
                        plugins.add(said.message());
                    }
                    summedUp |= event instanceof EngineEvent.Summary;
                    collector.accept(event);
                },
                other::add,
                variables,
                words);
        Changes changes = collector.ended(exit);
        if (exit != 0 && changes.errors().isEmpty() && !changes.policyViolated()) {
            // It gave no reason: what it printed is the only one there is.
            refuseIfLocked(other);
            plugins.addAll(reasons(other));
            String said = "the engine ended with exit code " + exit + " before it had said all"
                    + (plugins.isEmpty() ? "" : ":\n" + String.join("\n", last(plugins)));
            if (changes.none() && changes.drifted().isEmpty()) {
                throw new EngineFailedException(said);
            }
            // It died on the way: what it had found by then is worth a report.
            return changes.failed(said);
        }
        return changes;
    }

    /** Another run holds the state, or one that was killed left its lock behind; which, only a person can tell. */
    private void refuseIfLocked(List<String> lines) {
        var workspace = pulumi.workspace();
        Lockout.of(workspace, workspace.environment(), String.join("\n", lines)).ifPresent(held -> {
            throw new RefusedException("another run holds this environment's state: " + held + "; nothing was changed");
        });
    }

    /** A plug-in that dies at its start says why in its last lines. */
    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    private static List<String> reasons(List<String> lines) {
        var errors = lines.stream().filter(line -> line.startsWith("error:")).toList();
        return errors.isEmpty() ? lines : errors;
    }
}
