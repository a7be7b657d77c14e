package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The project as it lies here, whatever of it is committed, as the one commit of a repository of its own. */
public final class CommittedProject {
    private CommittedProject() {}

    /** What a script said and how it ended. */
    public record Ended(int exit, String output) {}

    public static void in(Path folder) throws IOException, InterruptedException {
        var made = run(
                Path.of(""),
                "git ls-files -z --cached --others --exclude-standard | tar -c --null -T - | tar -x -C " + folder
                        + " && cd " + folder + " && git init -q -b main && git add -A"
                        + " && git -c user.name=test -c user.email=test@example.org commit -qm base");
        assertThat(made.exit()).as(made.output()).isZero();
    }

    /** The same with its program, built from these very sources: a user has it from the last command. */
    static void builtIn(Path folder) throws IOException, InterruptedException {
        in(folder);
        var copied = run(
                Path.of(""),
                "mkdir " + folder + "/target && cp -r target/lib " + folder + "/target/ && cp target/facility.jar "
                        + folder + "/target/ && " + folder + "/toolchain/archive-classes");
        assertThat(copied.exit()).as(copied.output()).isZero();
    }

    public static Ended run(Path folder, String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of("bash", "-c", script))
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
