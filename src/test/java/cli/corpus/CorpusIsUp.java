package cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import cli.ScratchProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the tests of this package a project whose twin has the base of the corpus; they preview on it, and change nothing. */
public final class CorpusIsUp implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(ScratchProject.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(CorpusIsUp.class))
                .getOrComputeIfAbsent(Shared.class, key -> new Shared(), Shared.class)
                .project;
    }

    /** The project's dev environment with the base and some cases in it. */
    static void declare(ScratchProject project, List<Case> cases) {
        var all = new ArrayList<>(List.of(Case.base()));
        all.addAll(cases);
        try {
            Files.writeString(project.root().resolve("Pulumi.dev.yaml"), Overlay.of(Path.of("Pulumi.dev.yaml"), all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JUnit closes what its store holds when the last test has ended. */
    private static final class Shared implements AutoCloseable {
        private final ScratchProject project = ScratchProject.create("corpus");

        Shared() {
            declare(project, List.of());
            var up = project.facility("up", "dev", "--yes");
            assertThat(up.exit()).as(up.output()).isZero();
        }

        @Override
        public void close() {
            project.close();
        }
    }
}
