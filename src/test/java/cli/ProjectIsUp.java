package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a {@link ScratchProject} whose dev environment is up: brought up for the first, ended after the last. */
public abstract class ProjectIsUp implements ParameterResolver {
    private final String name;
    private final Consumer<ScratchProject> declared;

    /** @param declared what the project declares beyond what is tracked */
    protected ProjectIsUp(String name, Consumer<ScratchProject> declared) {
        this.name = name;
        this.declared = declared;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(ScratchProject.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(getClass()))
                .getOrComputeIfAbsent(Shared.class, key -> new Shared(name, declared), Shared.class)
                .project;
    }

    /** JUnit closes what its store holds when the last test has ended. */
    private static final class Shared implements AutoCloseable {
        private final ScratchProject project;

        Shared(String name, Consumer<ScratchProject> declared) {
            project = ScratchProject.create(name);
            declared.accept(project);
            var up = project.facility("up", "dev", "--yes");
            assertThat(up.exit()).as(up.output()).isZero();
        }

        @Override
        public void close() {
            project.close();
        }
    }
}
