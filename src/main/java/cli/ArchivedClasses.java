package cli;

import facility.Environment;
import java.io.IOException;
import java.nio.file.Path;
import stacks.Rehearsal;

/**
 * Loads the classes of a check and of a run, program and policy pack included, so that they can be archived:
 * toolchain/archive-classes. No cluster is asked, and no engine started.
 */
final class ArchivedClasses {
    private ArchivedClasses() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var root = Path.of(System.getProperty("facility.root", "."))
                .toAbsolutePath()
                .normalize();
        // A faulty declaration loads the same classes, as far as it goes.
        int exit = Main.commandLine(new Project(root)).execute("check", Environment.PROD.key());
        policies.Main.main(new String[] {"--rehearse"});
        Rehearsal.run(root);
        System.exit(exit);
    }
}
