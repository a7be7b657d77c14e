package cli;

import engine.EngineFailedException;
import engine.HeldState;
import engine.OpenExport;
import engine.PulumiCommand;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import target.Target;
import target.Unmoved;

/**
 * The state as a run found it, exported once for all that ask, beside other work where that is possible; and whether anything
 * outside moved away from it. An export from before the engine's run is the safe side: what another run writes in between is
 * another object than the cluster then has, or refuses the plan that is bound to it.
 */
final class RunState {
    private static final Executor BESIDE = task -> {
        var thread = new Thread(task, "state");
        thread.setDaemon(true);
        thread.start();
    };

    private final Supplier<PulumiCommand> pulumi;
    private final Target target;
    private Optional<CompletableFuture<OpenExport>> export = Optional.empty();
    private Optional<CompletableFuture<Boolean>> unmoved = Optional.empty();

    RunState(Supplier<PulumiCommand> pulumi, Target target) {
        this.pulumi = pulumi;
        this.target = target;
    }

    /** Begins to export, where a state is known to be there. */
    void exportBeside() {
        PulumiCommand command = pulumi.get();
        export = Optional.of(CompletableFuture.supplyAsync(() -> OpenExport.of(command), BESIDE));
    }

    /** Begins to look at the cluster as soon as the export is there. */
    void lookBeside() {
        unmoved = export.map(begun -> begun.thenApplyAsync(this::isUnmoved, BESIDE));
    }

    /** Waits for what it began; for a run that ends before anybody asks. */
    void settle() {
        export.ifPresent(begun -> begun.handle((done, failed) -> done).join());
    }

    /**
     * The state.
     *
     * @throws EngineFailedException when the engine cannot decrypt it
     */
    OpenExport export() {
        if (export.isEmpty() || export.get().isCompletedExceptionally()) {
            export = Optional.of(CompletableFuture.completedFuture(OpenExport.of(pulumi.get())));
        }
        return joined(export.get());
    }

    /** Whether each resource is certainly as the state holds it, so that the engine need not read them all. */
    boolean isUnmoved() {
        try {
            if (unmoved.isEmpty()) {
                unmoved = Optional.of(CompletableFuture.completedFuture(isUnmoved(export())));
            }
            return joined(unmoved.get());
        } catch (EngineFailedException unreadable) {
            // The run meets it as well, and says it in its own words.
            return false;
        }
    }

    private boolean isUnmoved(OpenExport exported) {
        HeldState held = exported.held();
        return held.settled() && Unmoved.all(target, held.objects()) && OtherProviders.areStill(held.others());
    }

    private static <T> T joined(CompletableFuture<T> begun) {
        try {
            return begun.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        }
    }
}
