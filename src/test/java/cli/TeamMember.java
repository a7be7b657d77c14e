package cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import engine.EngineFailedException;
import engine.EngineRun;
import engine.PulumiCommand;
import facility.Environment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import release.Made;
import release.SignedRelease;
import target.RefusedException;

/** Whoever works at a team's backend: a process whose variables name it, and that runs command lines in any clone. */
final class TeamMember implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;
    private final StringBuilder said = new StringBuilder();

    /** @param variables added to this process's own */
    TeamMember(Map<String, String> variables, Path errors) throws IOException {
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TeamMember.class.getName())
                .redirectError(errors.toFile());
        builder.environment().putAll(variables);
        this.process = builder.start();
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Runs a command line in a clone; {@code make}, {@code release}, {@code encrypt} and {@code down} need no cluster here. */
    InProcess in(ScratchProject clone, String... words) throws IOException {
        var line = new ArrayList<>(List.of(clone.root().toString()));
        line.addAll(List.of(words));
        questions.write(JSON.writeValueAsString(line) + "\n");
        questions.flush();
        JsonNode answer = JSON.readTree(answers.readLine());
        String output = answer.path("output").asText();
        said.append(output);
        return new InProcess(answer.path("exit").asInt(), output);
    }

    /** All that all of its commands printed. */
    String said() {
        return said.toString();
    }

    @Override
    public void close() {
        try {
            questions.close();
            process.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] args) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = System.out;
        String line = lines.readLine();
        while (line != null) {
            var words = new ArrayList<String>();
            JSON.readTree(line).forEach(word -> words.add(word.asText()));
            var ended = run(Path.of(words.remove(0)), words);
            out.println(JSON.createObjectNode().put("exit", ended.exit()).put("output", ended.output()));
            out.flush();
            line = lines.readLine();
        }
    }

    private static InProcess run(Path root, List<String> words) {
        var project = new Project(root);
        var said = new StringWriter();
        var out = new PrintWriter(said, true);
        int exit;
        try {
            switch (words.get(0)) {
                case "make" -> exit = make(project);
                case "release" -> exit = release(project, out);
                case "encrypt" -> exit = encrypt(project, out);
                case "down" -> exit = down(project, out);
                default -> {
                    return InProcess.facility(root, words.toArray(String[]::new));
                }
            }
        } catch (RefusedException | EngineFailedException failure) {
            out.println(failure.getMessage());
            exit = Exit.of(failure).orElseThrow().code();
        }
        return new InProcess(exit, said.toString());
    }

    private static PulumiCommand pulumi(Project project) {
        var workspace = project.workspace(Environment.DEV, On.CLUSTER);
        workspace.requireSecretsKey();
        workspace.prepare();
        return new PulumiCommand(workspace, project.toolchain());
    }

    private static int make(Project project) {
        pulumi(project).selectOrInit();
        return Exit.DONE.code();
    }

    /** Takes the state's key, or makes one; the engine then writes its salt into the configuration's copy. */
    private static int encrypt(Project project, PrintWriter out) {
        var ended = pulumi(project).run("config", "set", "--secret", "facility:probe", "kept", "--non-interactive");
        out.print(ended.output());
        return ended.exitCode();
    }

    private static int release(Project project, PrintWriter out) {
        var added = ReleaseRecord.store(pulumi(project), "dev", List.of())
                .add(
                        newest -> Made.release(
                                newest.map(each -> each.release().number() + 1).orElse(1),
                                newest.map(SignedRelease::digest).orElse("")),
                        Optional.empty());
        out.println(added.release().title());
        return Exit.DONE.code();
    }

    private static int down(Project project, PrintWriter out) {
        var pulumi = pulumi(project);
        pulumi.selectOrInit();
        var changes = new EngineRun(pulumi, engine.Serving.none(), event -> {}).down();
        changes.errors().forEach(error -> out.println(error.message()));
        return RunVerdict.of(changes).code();
    }
}
