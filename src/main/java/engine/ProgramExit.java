package engine;

/** How the program that the engine starts says that it has told the engine why it failed. */
public final class ProgramExit {
    /** The language hosts of other languages keep silent at this code; the one for Java adds a line with it. */
    public static final int REASON_GIVEN = 32;

    /** What the program says before a refusal, and before faults of the declaration: the exit code follows from it. */
    public static final String REFUSED = "refused: ";

    public static final String FAULTY = "faulty declaration: ";

    private ProgramExit() {}

    /** Whether a diagnostic is only that line, which says nothing that was not said before. */
    static boolean isEcho(EngineEvent.Diagnostic diagnostic) {
        return diagnostic.message().contains("exited with non-zero exit code: " + REASON_GIVEN);
    }
}
