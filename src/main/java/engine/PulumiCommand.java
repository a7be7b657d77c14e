package engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import toolchain.Answer;
import toolchain.Command;
import toolchain.Program;
import toolchain.Toolchain;

/** The engine's command line, run in a workspace; its events are read while they stream. */
public final class PulumiCommand {
    private final Workspace workspace;
    private final Path pulumi;
    private final Map<String, String> variables;

    public PulumiCommand(Workspace workspace, Toolchain toolchain) {
        this.workspace = workspace;
        this.pulumi = toolchain.resolve(Program.PULUMI).path();
        this.variables = workspace.variables(toolchain);
    }

    private PulumiCommand(Workspace workspace, Path pulumi, Map<String, String> variables) {
        this.workspace = workspace;
        this.pulumi = pulumi;
        this.variables = variables;
    }

    /** The same for runs that need not read each object first: all are known to be as the state holds them. */
    public PulumiCommand withoutRefresh() {
        var fewer = new TreeMap<>(variables);
        fewer.remove(Workspace.REFRESH);
        return new PulumiCommand(workspace, pulumi, fewer);
    }

    /** The same on a state that is kept elsewhere. */
    PulumiCommand keptIn(Backend backend) {
        var other = new TreeMap<>(variables);
        other.put(Backend.VARIABLE, backend.url());
        return new PulumiCommand(workspace, pulumi, other);
    }

    /** Makes the environment's state if there is none yet. */
    public void selectOrInit() {
        Path state = workspace.stateFile();
        boolean there = workspace.hasOwnState()
                ? Files.exists(state)
                : run("stack", "select", workspace.environment(), "--non-interactive")
                        .succeeded();
        if (!there) {
            // "stack init" knows no --config-file and writes its salt into the folder that it runs in: so not ours.
            var made = runIn(workspace.folder(), "stack", "init", workspace.environment(), "--non-interactive");
            // Somebody else of the team may have made it at this moment.
            if (!made.succeeded() && !made.output().contains("already exists")) {
                String why = Lockout.of(workspace, workspace.environment(), made.output())
                        .orElse(made.output().strip());
                throw new EngineFailedException("the engine could not make its state: " + why);
            }
        }
    }

    /** Makes one beside the environment's, without selecting it. */
    void initAside(String name) {
        var made = aside("stack", "init", name, "--no-select", "--non-interactive");
        if (!made.succeeded() && !made.output().contains("already exists")) {
            throw new EngineFailedException(
                    "the engine could not make " + name + ": " + made.output().strip());
        }
    }

    Workspace workspace() {
        return workspace;
    }

    /** The data folder that this command works in. */
    Path folder() {
        return workspace.folder();
    }

    /** In the data folder: for what knows no configuration file of its own and would write one into the project's. */
    Command aside(String... words) {
        return runIn(workspace.folder(), words);
    }

    /** The facility's own pack, which no run goes without. */
    String policyPack() {
        return workspace.root().resolve("policies").toString();
    }

    public Command run(String... words) {
        return runIn(workspace.root(), words);
    }

    /** What is made of its answer while that is read. */
    <T> Answer.Ended<T> read(Answer.Reader<T> reader, String... words) {
        var builder = new ProcessBuilder(line(words)).directory(workspace.root().toFile());
        builder.environment().putAll(quiet());
        return Answer.read(builder, reader);
    }

    private Command runIn(Path folder, String... words) {
        return Command.answer(folder, quiet(), line(words));
    }

    private List<String> line(String... words) {
        var all = new ArrayList<>(List.of(pulumi.toString()));
        all.addAll(List.of(words));
        return all;
    }

    /** "stack init" and the like do not know the options that previews take. */
    private Map<String, String> quiet() {
        var quiet = new TreeMap<>(variables);
        quiet.remove(Workspace.REFRESH);
        return quiet;
    }

    /**
     * Runs a command that streams events; returns its exit code, which says less than its events do.
     *
     * @param more variables for this run alone
     */
    public int stream(
            Consumer<EngineEvent> events, Consumer<String> otherLines, Map<String, String> more, String... words) {
        var all = line(words);
        all.addAll(List.of("--json", "--non-interactive"));
        // Of what is as it was, too, a refresh tells who set which fields.
        boolean whole = words[0].equals("refresh");
        try (var scratch = new Scratch(workspace.folder())) {
            var builder =
                    new ProcessBuilder(all).directory(workspace.root().toFile()).redirectErrorStream(true);
            builder.environment().putAll(variables);
            builder.environment().putAll(more);
            builder.environment().put("PULUMI_ENABLE_STREAMING_JSON_PREVIEW", "true");
            builder.environment().put("TMPDIR", scratch.folder().toString());
            Process process = builder.start();
            process.getOutputStream().close();
            var limit = StartLimit.of(process);
            try (var interruption = new Interruption(process);
                    var reader = new BufferedReader(
                            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String line = reader.readLine();
                while (line != null) {
                    interruption.heard(line);
                    var event = whole ? EngineEvent.parseWhole(line) : EngineEvent.parse(line);
                    event.ifPresent(events);
                    if (event.isPresent() && !(event.get() instanceof EngineEvent.Diagnostic)) {
                        limit.begun();
                    }
                    if (event.isEmpty() && !line.startsWith("{")) {
                        otherLines.accept(line);
                    }
                    line = reader.readLine();
                }
            }
            int exit = process.waitFor();
            limit.said().ifPresent(otherLines);
            limit.begun();
            return exit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the engine ran", e);
        }
    }
}
