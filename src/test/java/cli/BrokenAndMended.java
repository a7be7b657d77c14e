package cli;

/** The dev environment as it is tracked, for tests that break it and leave it mended. */
public final class BrokenAndMended extends ProjectIsUp {
    public BrokenAndMended() {
        super("broken-and-mended", project -> {});
    }
}
