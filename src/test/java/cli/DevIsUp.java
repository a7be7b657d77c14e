package cli;

/**
 * The dev environment as it is tracked, for all tests that look, or add objects under names of their own. A test that
 * changes what the environment declares, or stops a part of the twin, creates a project of its own.
 */
public final class DevIsUp extends ProjectIsUp {
    public DevIsUp() {
        super("dev-is-up", project -> {});
    }
}
