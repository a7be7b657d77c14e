package campaign;

import campaign.SizedFacility.Change;
import cli.ScratchProject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Ups and downs that are killed, each with all its processes, at a random moment after the first change; the same command
 * again has to come to the same objects as one that nobody killed.
 */
public final class Kills {
    private static final Path REPORT = Path.of("docs/campaigns/kills.md");
    private static final Pattern UNCHANGED = Pattern.compile("no changes in (\\d+) resources");
    private static final String FACILITY = "toolchain/run-java -Dfacility.root=$PWD cli.Main ";

    /** What is killed, in turns: each begins where the one before it ended. */
    private enum Run {
        CHANGE("up of all that can be changed", Change.ALL, "up dev --yes"),
        BACK("up back to what was before", Change.NONE, "up dev --yes"),
        DOWN("down", Change.NONE, "down dev --yes"),
        UP("up of all that is not protected", Change.NONE, "up dev --yes");

        private final String title;
        private final Change declared;
        private final String words;

        Run(String title, Change declared, String words) {
            this.title = title;
            this.declared = declared;
            this.words = words;
        }
    }

    private final ScratchProject project;
    private final SizedFacility facility;
    private final JsonNode checkmk;
    private final Random random;
    private final Map<Run, Map<String, String>> whole = new EnumMap<>(Run.class);
    private final Map<Run, String> unchanged = new EnumMap<>(Run.class);
    private final Map<Run, Duration> lasted = new EnumMap<>(Run.class);
    private final Map<String, Integer> outcomes = new TreeMap<>();

    private Kills(ScratchProject project, Random random) throws IOException {
        this.project = project;
        this.random = random;
        String tracked = Files.readString(Path.of("Pulumi.dev.yaml"));
        this.facility = new SizedFacility(tracked, 0);
        this.checkmk = SizedFacility.YAML.readTree(tracked).path("config").path("facility:checkmk");
    }

    /** @param args how many are killed (50), and the seed of the moments (1) */
    public static void main(String[] args) throws Exception {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        String before = Machine.load();
        var project = ScratchProject.create("kills");
        var interrupted = new Thread(project::close);
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (project) {
            Files.createSymbolicLink(
                    project.root().resolve("facility"), Path.of("facility").toAbsolutePath());
            var campaign = new Kills(project, new Random(seed));
            campaign.unkilled();
            for (int i = 0; i < kills; i++) {
                campaign.kill(Run.values()[i % Run.values().length], i + 1);
                // Whoever ends it early has what was seen by then.
                Files.writeString(REPORT, campaign.text(i + 1, seed, before + " before, " + Machine.load() + " after"));
            }
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
        System.out.print(Files.readString(REPORT));
    }

    /** What each comes to when nobody kills it, and how long it changes things. */
    private void unkilled() throws Exception {
        declare(Run.BACK);
        Contest.must(project.facility("up", "dev", "--yes"));
        for (Run each : Run.values()) {
            declare(each);
            var run = start(each);
            if (run.exit() != 0) {
                throw new IllegalStateException(run.output());
            }
            lasted.put(each, run.sinceSaid());
            whole.put(each, ClusterDigest.of(project));
            unchanged.put(each, unchanged(each));
            System.err.println(each + ": " + whole.get(each).size() + " objects after "
                    + lasted.get(each).toMillis() + " ms, " + unchanged.get(each));
        }
    }

    private void declare(Run run) throws IOException {
        Path file = project.root().resolve("Pulumi.dev.yaml");
        facility.write(file, run.declared);
        var root = (com.fasterxml.jackson.databind.node.ObjectNode) SizedFacility.YAML.readTree(file.toFile());
        root.withObject("/config").set("facility:checkmk", checkmk);
        SizedFacility.YAML.writeValue(file.toFile(), root);
    }

    /** Its first change is the first line of two spaces and what is done: see {@code ClusterRun.progress}. */
    private KillableRun start(Run run) throws IOException {
        String line = "env FACILITY_AMBIENT_KUBECONFIG=/nonexistent KUBECONFIG=" + project.root()
                + "/toolchain/no-cluster.kubeconfig " + FACILITY + run.words;
        return new KillableRun(project.root(), line, said -> said.matches("  (create|update|delete) .*"));
    }

    private void kill(Run run, int number) throws Exception {
        declare(run);
        var moment = Duration.ofMillis(random.nextLong(lasted.get(run).toMillis()));
        boolean killed = start(run).killedAfter(moment);
        String outcome = run.title + ": " + (killed ? "" : "(it had ended by itself) ") + completed(run);
        outcomes.merge(outcome, 1, Integer::sum);
        System.err.printf("kill %d after %d ms: %s%n", number, moment.toMillis(), outcome);
    }

    private String completed(Run run) throws Exception {
        var locks = locks();
        if (!locks.isEmpty()) {
            Contest.must(project.facility(locks.toArray(String[]::new)));
        }
        Contest.must(project.facility(run.words.split(" ")));
        String found = unchanged(run);
        var now = ClusterDigest.of(project);
        if (now.equals(whole.get(run)) && found.equals(unchanged.get(run))) {
            return "the same objects after the next run";
        }
        var other = new TreeSet<String>();
        var both = new TreeSet<>(now.keySet());
        both.addAll(whole.get(run).keySet());
        both.stream()
                .filter(key ->
                        !java.util.Objects.equals(now.get(key), whole.get(run).get(key)))
                .forEach(other::add);
        return "OTHERWISE: " + other + " " + found;
    }

    /** The words that take over what the killed run left. */
    private List<String> locks() throws IOException {
        JsonNode locks = new ObjectMapper()
                .readTree(Contest.must(project.shell("./facility locks dev --format json 2>/dev/null")))
                .path("locks");
        var words = new ArrayList<String>();
        locks.forEach(lock -> {
            if (words.isEmpty()) {
                words.addAll(List.of("locks", "dev", "--yes", "--reason", "it was killed"));
            }
            words.addAll(List.of("--take-over", lock.path("id").asText()));
        });
        return words;
    }

    private String unchanged(Run run) {
        if (run == Run.DOWN) {
            return "nothing is left over";
        }
        var preview = project.facility("preview", "dev");
        var found = UNCHANGED.matcher(preview.output());
        return found.find() ? found.group() : preview.output();
    }

    private String text(int kills, long seed, String load) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# Ups and downs that are killed");
        lines.add("");
        lines.add("Written by `./campaign kills " + kills + "` (seed " + seed + ") on a twin.");
        lines.add("");
        lines.add("- measured on " + LocalDate.now(ZoneOffset.UTC) + ": " + Machine.described() + "; load average "
                + load);
        lines.add(
                "- killed with SIGKILL, with every process that they had started, at a random moment between the first change and"
                        + " the end: the engine has written no state by then");
        lines.add(
                "- after each kill: the lock taken over as `./facility locks` says, the same command again, a preview, and"
                        + " the digest of each object that the cluster holds with the facility's label (fields, labels, annotations and which of them"
                        + " the facility owns), compared with those after a run that nobody killed");
        whole.forEach((run, objects) -> lines.add(
                "- " + run.title + ": " + objects.size() + " objects on the cluster after it, " + unchanged.get(run)
                        + "; changes for " + lasted.get(run).toMillis() / 100 / 10.0 + " s when it is let be"));
        lines.add("");
        lines.add("| what came of it | times |");
        lines.add("|---|---|");
        outcomes.forEach((outcome, times) -> lines.add("| " + outcome + " | " + times + " |"));
        return String.join("\n", lines) + "\n";
    }
}
