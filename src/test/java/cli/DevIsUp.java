package cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the {@link ScratchProject} whose dev environment is up on its twin. One for all tests that look, or add
 * objects under names of their own: it is brought up for the first of them and ended after the last. A test that
 * changes what the environment declares, or stops a part of the twin, creates a project of its own.
 */
public final class DevIsUp implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(ScratchProject.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(DevIsUp.class))
                .getOrComputeIfAbsent(Shared.class, key -> new Shared(), Shared.class)
                .project;
    }

    /** JUnit closes what its store holds when the last test has ended. */
    private static final class Shared implements AutoCloseable {
        private final ScratchProject project = ScratchProject.create("dev-is-up");

        Shared() {
            var up = project.facility("up", "dev", "--yes");
            assertThat(up.exit()).as(up.output()).isZero();
        }

        @Override
        public void close() {
            project.close();
        }
    }
}
