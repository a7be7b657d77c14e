package engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import target.RefusedException;
import target.Target;
import toolchain.Program;
import toolchain.Toolchain;

/**
 * What an engine run for one environment and one target works with: state, configuration copy and settings, all in the
 * ignored data folder, so that no run changes a tracked file. {@code facility env} prints the same settings for plain
 * {@code pulumi}.
 *
 * @param root the folder of the project that declares
 * @param data the ignored folder of the project whose state it is: another one, when a release is checked out aside
 * @param environment {@code dev} or {@code prod}
 * @param folder the data folder of this environment on this target
 * @param target the cluster
 */
public record Workspace(Path root, Path data, String environment, Path folder, Target target) {
    /** Has the engine read each object before a preview or an up. */
    static final String REFRESH = "PULUMI_OPTION_REFRESH";

    public Path state() {
        return folder.resolve("state");
    }

    /** Where the engine keeps it, if it is in a folder of this environment's own. */
    Path stateFile() {
        return state().resolve(".pulumi/stacks/facility/" + environment + ".json");
    }

    /** Whether an earlier run left a state here, and all that it takes to open it. */
    public boolean isExportable() {
        return hasOwnState()
                && Files.exists(stateFile())
                && Files.exists(configuration())
                && Files.exists(folder.resolve("Pulumi.yaml"))
                && (!target.isTwin() || Files.exists(passphrase()));
    }

    public Path configuration() {
        return folder.resolve("Pulumi." + environment + ".yaml");
    }

    private Path home() {
        return data.resolve("pulumi-home");
    }

    Path passphrase() {
        return folder.resolve("passphrase");
    }

    /** The engine's variables; those that the user set for a secrets provider of their own are kept. */
    public Map<String, String> variables(Toolchain toolchain) {
        var variables = new TreeMap<>(target.variables());
        variables.put(Backend.VARIABLE, backend().url());
        if (!hasOwnState()) {
            // The salt of the secrets' key is in the state, and in the configuration's copy of whoever made it first:
            // all
            // others are to take that one, not to make another.
            variables.put("PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER", "true");
        }
        variables.put("PULUMI_HOME", home().toString());
        EngineHome.collector().forEach((name, value) -> {
            if (System.getenv(name) == null) {
                variables.put(name, value);
            }
        });
        variables.put("PULUMI_SKIP_UPDATE_CHECK", "true");
        variables.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
        // One provider process talks to one API server on this machine: client-side throttling only adds waiting.
        variables.put("PULUMI_K8S_CLIENT_QPS", "2000");
        variables.put("PULUMI_K8S_CLIENT_BURST", "4000");
        // Of four steps a core, the engine's default, most wait for an object to be ready: ADR 39.
        if (System.getenv("PULUMI_PARALLEL") == null) {
            variables.put("PULUMI_PARALLEL", "64");
        }
        // Of a field that somebody set by hand, a preview says so and up takes it back; without this the first such
        // field
        // ends the run with a conflict, and nobody sees the others.
        variables.put("PULUMI_K8S_ENABLE_PATCH_FORCE", "true");
        variables.put("PULUMI_OPTION_CONFIG_FILE", configuration().toString());
        variables.put("PULUMI_STACK", environment);
        // Objects that vanished behind the state's back are found, never reported as unchanged; where a listing has
        // found
        // that there are none, a run goes without: see PulumiCommand.withoutRefresh.
        variables.put(REFRESH, "true");
        if (target.isTwin()) {
            variables.put("PULUMI_CONFIG_PASSPHRASE_FILE", passphrase().toString());
        }
        variables.put(
                "PATH",
                programs(toolchain) + File.pathSeparator + System.getenv().getOrDefault("PATH", ""));
        return variables;
    }

    /** A real cluster's state may be in a backend of the team's; a twin's is always its own. */
    Backend backend() {
        String teams = System.getenv().getOrDefault(Backend.VARIABLE, "");
        return target.isTwin() || teams.isEmpty() ? own() : Backend.of(teams);
    }

    private Backend own() {
        return new Backend("file://" + state());
    }

    boolean hasOwnState() {
        return backend().equals(own());
    }

    /**
     * For a real cluster: that there is a key for the state's secrets. The engine would ask on a terminal that is not
     * there.
     *
     * @throws RefusedException when there is none
     */
    public void requireSecretsKey() {
        boolean passphrase = System.getenv("PULUMI_CONFIG_PASSPHRASE") != null
                || System.getenv("PULUMI_CONFIG_PASSPHRASE_FILE") != null;
        if (!passphrase && !configures("secretsprovider:")) {
            throw new RefusedException(
                    "there is no key for the secrets in the state; set PULUMI_CONFIG_PASSPHRASE_FILE,"
                            + " or secretsprovider in Pulumi." + environment + ".yaml");
        }
    }

    private boolean configures(String key) {
        try {
            return Files.readAllLines(root.resolve("Pulumi." + environment + ".yaml")).stream()
                    .anyMatch(line -> line.startsWith(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String programs(Toolchain toolchain) {
        var folders = new LinkedHashSet<String>();
        for (Program program : List.of(Program.PULUMI, Program.LANGUAGE_JAVA, Program.PROVIDER, Program.KUBECTL)) {
            folders.add(toolchain.resolve(program).path().getParent().toString());
        }
        // Our own plug-in, which is part of this project.
        folders.add(root.resolve("toolchain").resolve("plugins").toString());
        return String.join(File.pathSeparator, folders);
    }

    /** Makes what the engine needs to answer a question; touches nothing that a run beside it has or would make. */
    public void prepareToAsk() {
        try {
            Files.createDirectories(state());
            EngineHome.prepare(home());
            Path named = folder.resolve("Pulumi.yaml");
            if (!Files.exists(named)) {
                Files.copy(root.resolve("Pulumi.yaml"), named);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the folders, the passphrase of a twin, and the copy of the configuration that the engine may rewrite. */
    public void prepare() {
        try {
            Files.createDirectories(state());
            EngineHome.prepare(home());
            if (target.isTwin() && !Files.exists(passphrase())) {
                SecretFile.writeRandom(passphrase());
            }
            if (target.secretsSeed().isPresent()
                    && !Files.exists(target.secretsSeed().get())) {
                SecretFile.writeRandom(target.secretsSeed().get());
            }
            keep(folder.resolve("Pulumi.yaml"), Files.readString(root.resolve("Pulumi.yaml")));
            copyConfiguration();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tracked file, with the salt that the engine added to the copy before: a new one would not fit the state. */
    private void copyConfiguration() throws IOException {
        String tracked = Files.readString(root.resolve("Pulumi." + environment + ".yaml"));
        var salt = Files.exists(configuration())
                ? Files.readAllLines(configuration()).stream()
                        .filter(Workspace::isSalt)
                        .findFirst()
                : java.util.Optional.<String>empty();
        boolean hasSalt = tracked.lines().anyMatch(Workspace::isSalt);
        String copy = hasSalt || salt.isEmpty() ? tracked : tracked.stripTrailing() + "\n" + salt.get() + "\n";
        keep(configuration(), copy);
    }

    /** Whole at any moment: an engine of another command may be reading it. */
    private static void keep(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Path aside = Files.createTempFile(file.getParent(), "." + file.getFileName(), "");
            Files.writeString(aside, text);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isSalt(String line) {
        return line.startsWith("encryptionsalt:");
    }
}
