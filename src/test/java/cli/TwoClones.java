package cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import toolchain.Cache;
import toolchain.Program;
import toolchain.Progress;
import toolchain.Toolchain;

/** Two people's clones of the project, whose dev is one real cluster; it is never asked. */
final class TwoClones implements AutoCloseable {
    private static final String TARGET =
            """
              facility:target:
                cluster: okd-dev
                context: lab
                uid: 11111111-2222-3333-4444-555555555555
            """;

    private static final String WORKPLACE = ".facility/dev/cluster-okd-dev";

    private final ScratchProject ada = clone("team-ada");
    private final ScratchProject grace = clone("team-grace");
    private final Toolchain toolchain = new Toolchain(ada.root(), Cache.ofUser(), new Progress(System.err));

    TwoClones() throws IOException {}

    private static ScratchProject clone(String name) throws IOException {
        var clone = ScratchProject.create(name);
        Files.writeString(clone.root().resolve("Pulumi.dev.yaml"), TARGET, StandardOpenOption.APPEND);
        return clone;
    }

    ScratchProject ada() {
        return ada;
    }

    ScratchProject grace() {
        return grace;
    }

    /** A run of Ada's that holds the state. */
    BlockedRun blocked(Map<String, String> variables, Path log) throws Exception {
        Path pulumi = toolchain.resolve(Program.PULUMI).path();
        return new BlockedRun(pulumi, ada.root().resolve(WORKPLACE), asAda(variables), log);
    }

    private Map<String, String> asAda(Map<String, String> variables) {
        var all = new HashMap<>(variables);
        Path host = toolchain.resolve(Program.LANGUAGE_JAVA).path().getParent();
        all.put("PATH", host + ":" + System.getenv("PATH"));
        all.put("PULUMI_HOME", ada.root().resolve(".facility/pulumi-home").toString());
        all.put("PULUMI_SKIP_UPDATE_CHECK", "true");
        all.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
        return all;
    }

    /** Of a passphrase: two of one state would be two keys. */
    static String salt(ScratchProject clone) throws IOException {
        Path copy = clone.root().resolve(WORKPLACE + "/Pulumi.dev.yaml");
        return Files.readAllLines(copy).stream()
                .filter(line -> line.startsWith("encryptionsalt:"))
                .findFirst()
                .orElse("none");
    }

    /** Every byte below the data folder. */
    static String written(ScratchProject clone) throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(clone.root().resolve(".facility"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Override
    public void close() {
        ada.close();
        grace.close();
    }
}
