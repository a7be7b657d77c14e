package cli;

import engine.EngineEvent.Step;

/** A step in a line of progress. */
final class StepLine {
    private StepLine() {}

    /** Kind and name. */
    static String title(Step step) {
        return step.type().substring(step.type().lastIndexOf(':') + 1) + " " + step.name();
    }
}
