package campaign;

import campaign.SizedFacility.Change;
import cli.ScratchProject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import house.NodePrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One size's twin, its facility's files, and the commands of all contestants on it. */
final class Contest {
    static final Path PROGRAMS = Path.of("src/test/campaign").toAbsolutePath();

    private static final String JAVA = "toolchain/run-java -Dfacility.root=$PWD"
            + " -cp $(readlink -f target)/facility.jar:$(readlink -f target)/test-classes ";

    private final ScratchProject project;
    private final SizedFacility facility;
    private final Path folder;
    private final Path script;
    private final String path;

    Contest(ScratchProject project, SizedFacility facility) throws IOException {
        this.project = project;
        this.facility = facility;
        this.folder = Files.createDirectories(project.root().resolve("contest"));
        this.script = NodePrograms.of(PROGRAMS.resolve("typescript"))
                .script(PROGRAMS.resolve("typescript").resolve("speed.mjs"));
        built();
        declare(Change.NONE);
        this.path = must(project.sourced("dev", "printf %s \"$PATH\"")).lines().reduce("", (last, line) -> line);
        Files.writeString(objects("EMPTY"), "[]");
    }

    /** Cold, the Go SDK's packages take five minutes; then seconds. */
    private void built() {
        must(project.shell("cd " + PROGRAMS.resolve("go") + " && go build -o " + folder.resolve("speed-go") + " ."));
    }

    private static void say(String what) {
        System.err.println("... " + what);
    }

    static String must(ScratchProject.Ended ended) {
        if (ended.exit() != 0) {
            throw new IllegalStateException(ended.output());
        }
        return ended.output();
    }

    void declare(Change change) throws IOException {
        facility.write(project.root().resolve("Pulumi.dev.yaml"), change);
    }

    /** A twin that nothing was brought to, and states that know of nothing. */
    void begin() {
        say("a new twin");
        must(project.shell("rm -rf contest/state-*"));
        if (Files.exists(project.root().resolve(".facility/dev/twin"))) {
            must(project.facility("twin", "delete", "dev", "--yes"));
        }
        must(project.facility("twin", "start", "dev"));
    }

    /** What other programs are given: written anew for each twin, whose secrets are its own. */
    void export() throws IOException {
        for (Change change : Change.values()) {
            declare(change);
            must(project.shell("KUBECONFIG=$PWD/toolchain/no-cluster.kubeconfig " + JAVA + "cli.DesiredManifests dev "
                    + objects(change.name()) + " " + folder.resolve(change + ".list.json")));
        }
        declare(Change.NONE);
    }

    /** Brings our own up without a figure. */
    void bringUp() throws IOException {
        say("bringing it up, unmeasured");
        declare(Change.NONE);
        must(project.facility("up", "dev", "--yes"));
    }

    /** Makes an SDK's state of what is there already: server-side apply by the same manager changes nothing. */
    void adopt(Contestant sdk) {
        say("a state of its own for " + sdk.key() + ", unmeasured");
        must(project.shell(
                "export PULUMI_EXPERIMENTAL=true PULUMI_SKIP_CHECKPOINTS=true; " + sdk(sdk, true, Change.NONE)));
    }

    String command(Contestant contestant, SpeedRow row, Change change) throws IOException {
        return switch (contestant) {
            case FACILITY -> {
                declare(change);
                yield row.isUp() ? "./facility up dev --yes" : "./facility preview dev";
            }
            case KUBECTL -> "PATH=" + path + " kubectl " + (row.isUp() ? "apply" : "diff")
                    + " --server-side --field-manager=facility --force-conflicts --kubeconfig " + kubeconfig() + " -f "
                    + folder.resolve(change + ".list.json");
            case HTTP -> JAVA + "campaign.DryRuns " + objects(change.name()) + " " + kubeconfig();
            default -> sdk(contestant, row.isUp(), change);
        };
    }

    private String sdk(Contestant sdk, boolean up, Change change) {
        String language = sdk.isTypescript() ? "typescript" : "go";
        Path state = folder.resolve("state-" + language + (sdk.isEmpty() ? "-empty" : ""));
        var variables = new TreeMap<>(Map.of(
                "PATH",
                path,
                "PULUMI_BACKEND_URL",
                "file://" + state,
                "PULUMI_HOME",
                folder.resolve("pulumi-home").toString(),
                "PULUMI_CONFIG_PASSPHRASE",
                "speed",
                "PULUMI_SKIP_UPDATE_CHECK",
                "true",
                "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION",
                "true"));
        if (!sdk.hasDefaultLimits()) {
            variables.put("PULUMI_K8S_CLIENT_QPS", "2000");
            variables.put("PULUMI_K8S_CLIENT_BURST", "4000");
        }
        var line = new StringBuilder("mkdir -p " + state + "; env");
        variables.forEach((name, value) -> line.append(String.format(Locale.ROOT, " %s='%s'", name, value)));
        return line.append(sdk.isTypescript() ? " node " + script : " " + folder.resolve("speed-go"))
                .append(up ? " up " : " preview ")
                .append(objects(sdk.isEmpty() ? "EMPTY" : change.name()))
                .append(" ")
                .append(kubeconfig())
                .toString();
    }

    private Path kubeconfig() {
        return project.root().resolve(".facility/dev/twin/kubeconfig");
    }

    private Path objects(String name) {
        return folder.resolve(name + ".json");
    }

    int objects() throws IOException {
        return read(Change.NONE).size();
    }

    /** In how many objects a change is seen. */
    int changed(Change change) throws IOException {
        var before = read(Change.NONE);
        int changed = 0;
        for (var after : read(change).entrySet()) {
            changed += after.getValue().equals(before.get(after.getKey())) ? 0 : 1;
        }
        return changed;
    }

    private Map<String, JsonNode> read(Change change) throws IOException {
        var all = new TreeMap<String, JsonNode>();
        new ObjectMapper()
                .readTree(objects(change.name()).toFile())
                .forEach(each -> all.put(
                        each.get("type").asText() + " " + each.get("name").asText(), each.get("object")));
        return all;
    }

    ScratchProject project() {
        return project;
    }
}
