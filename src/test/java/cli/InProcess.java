package cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/**
 * A command that ran within the test, and both of its streams.
 *
 * @param exit its exit code
 */
record InProcess(int exit, String output) {
    /** @param root the folder of the project that it works on */
    static InProcess facility(Path root, String... words) {
        var said = new StringWriter();
        var line = Main.commandLine(new Project(root));
        var out = new PrintWriter(said, true);
        line.setOut(out);
        line.setErr(out);
        return new InProcess(line.execute(words), said.toString());
    }
}
