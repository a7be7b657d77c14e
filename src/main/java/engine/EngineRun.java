package engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The three runs that this product makes of the engine; each returns what happened and leaves judging it to others. */
public final class EngineRun {
    private final PulumiCommand pulumi;
    private final Consumer<EngineEvent> watcher;

    public EngineRun(PulumiCommand pulumi, Consumer<EngineEvent> watcher) {
        this.pulumi = pulumi;
        this.watcher = watcher;
    }

    public Changes preview() {
        return run("preview");
    }

    public Changes up() {
        return run("up", "--yes", "--skip-preview");
    }

    /** Removes all but what is protected. */
    public Changes down() {
        return run("destroy", "--yes", "--skip-preview", "--exclude-protected");
    }

    private Changes run(String... words) {
        var collector = new Changes.Collector(watcher);
        var other = new ArrayList<String>();
        int exit = pulumi.stream(collector, other::add, words);
        Changes changes = collector.ended(exit);
        if (exit != 0 && changes.errors().isEmpty() && changes.policies().isEmpty()) {
            // It failed before its first event: what it printed is the only reason there is.
            throw new EngineFailedException(String.join("\n", reasons(other)));
        }
        return changes;
    }

    private static List<String> reasons(List<String> lines) {
        var errors = lines.stream().filter(line -> line.startsWith("error:")).toList();
        return errors.isEmpty() ? lines : errors;
    }
}
