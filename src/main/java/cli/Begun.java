package cli;

import engine.EngineEvent;
import java.util.function.Consumer;

/** Whether a run of the engine came so far that something may be otherwise than before it. */
final class Begun implements Consumer<EngineEvent> {
    private final Consumer<EngineEvent> watcher;
    private boolean begun;

    /** @param watcher sees each event too */
    Begun(Consumer<EngineEvent> watcher) {
        this.watcher = watcher;
    }

    @Override
    public void accept(EngineEvent event) {
        watcher.accept(event);
        if (event instanceof EngineEvent.StepDone done) {
            begun |= !done.planned() && done.step().changes();
        } else if (event instanceof EngineEvent.StepFailed failed) {
            // A server that was asked and did not answer may have done it.
            begun |= failed.step().changes();
        }
    }

    boolean anything() {
        return begun;
    }
}
