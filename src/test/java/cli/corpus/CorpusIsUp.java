package cli.corpus;

import cli.ProjectIsUp;
import cli.ScratchProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gives the tests of this package a project whose twin has the base of the corpus; they preview on it, and change nothing. */
public final class CorpusIsUp extends ProjectIsUp {
    public CorpusIsUp() {
        super("corpus", project -> declare(project, List.of()));
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
}
