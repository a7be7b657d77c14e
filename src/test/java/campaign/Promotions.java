package campaign;

import cli.CommittedProject;
import cli.CommittedProject.Ended;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Promotions that meet one another, and promotions that are killed: on the two twins of a rehearsal, ten applications of
 * one plan at once, then promotion and rollback in turns, each killed with all its processes at a random moment after it
 * began to change prod. What the next run says is counted; prod has to be whole after it.
 */
public final class Promotions {
    private static final String SOAK = " --override soak='a campaign has no day to wait'";
    private static final String APPLYING = "nothing moved since it was approved; applying plan";
    private static final String LIMITS = "limits: {cpu: 1, memory: 1Gi, cpuRequest: 100m, memoryRequest: 300Mi}";
    private static final List<String> NAMESPACES = List.of("monitoring", "binderhub", "dune-analysis", "lpc-analysis");
    private static final Pattern UNCHANGED = Pattern.compile("no changes in (\\d+) resources");

    private static final Pattern RELEASE = Pattern.compile("prod#\\d+");

    private final Path stage;
    private final Random random;
    private final List<String> report = new ArrayList<>();
    private final TreeMap<String, Integer> outcomes = new TreeMap<>();
    private String resources = "";

    private Promotions(Path stage, Random random) {
        this.stage = stage;
        this.random = random;
    }

    /** @param args how many are killed (20), how many meet (10), and the seed of the moments (1) */
    public static void main(String[] args) throws Exception {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        int meeting = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        Path repository =
                Files.createDirectories(Path.of("target/campaign/promotions").toAbsolutePath());
        CommittedProject.in(repository);
        Path stage = repository.resolve(".facility/rehearsal");
        var campaign = new Promotions(stage, new Random(seed));
        String before = Machine.load();
        try {
            must(CommittedProject.run(repository, "./facility rehearse --keep"));
            campaign.declare();
            campaign.meet(meeting);
            campaign.kill(kills);
        } finally {
            CommittedProject.run(stage, "./facility twin delete dev --yes; ./facility twin delete prod --yes");
        }
        String written = campaign.text(kills, seed, before + " before, " + Machine.load() + " after");
        Files.writeString(Path.of("docs/campaigns/promotions.md"), written);
        System.out.print(written);
    }

    /** Another release, of a change that touches objects of several stacks. */
    private void declare() throws Exception {
        var lines = new StringBuilder();
        NAMESPACES.forEach(name ->
                lines.append("    ").append(name).append(": {").append(LIMITS).append("}\n"));
        Files.writeString(
                stage.resolve("Pulumi.dev.yaml"), "  facility:namespaces:\n" + lines, StandardOpenOption.APPEND);
        Path prod = stage.resolve("Pulumi.prod.yaml");
        String declared = Files.readString(prod);
        String changed = declared.replace("  facility:namespaces:\n", "  facility:namespaces:\n" + lines);
        if (changed.equals(declared)) {
            throw new IllegalStateException("Pulumi.prod.yaml has no facility:namespaces");
        }
        Files.writeString(prod, changed);
        must(
                run(
                        "git -c user.name=campaign -c user.email=campaign@localhost commit -qam 'Give containers more memory'"));
        must(run("./facility up dev --yes"));
    }

    private void meet(int meeting) throws Exception {
        must(run("./facility promote dev prod --plan .facility/plan.json" + SOAK));
        long releases = releases();
        var runs = new ArrayList<KillableRun>();
        for (int i = 0; i < meeting; i++) {
            runs.add(new KillableRun(stage, "./facility apply prod .facility/plan.json --yes", APPLYING));
        }
        var exits = new TreeMap<Integer, Integer>();
        var reasons = new TreeMap<String, Integer>();
        for (KillableRun each : runs) {
            exits.merge(each.exit(), 1, Integer::sum);
            if (each.exit() == 4) {
                reasons.merge(reason(each.output()), 1, Integer::sum);
            } else if (each.exit() != 0) {
                System.err.println(each.output());
            }
        }
        say("- " + meeting + " applications of one plan at once, by exit code: " + exits + "; the refused said: "
                + reasons);
        say("- releases of prod: " + releases + " before, " + releases() + " after; " + whole() + "; locks left: "
                + locks());
    }

    private void say(String line) {
        report.add(line);
        System.err.println(line);
    }

    private static String reason(String output) {
        if (output.contains("another run holds")) {
            return "another run holds the state";
        }
        return output.contains("moved since plan") ? "moved since the plan was made" : output.strip();
    }

    private void kill(int kills) throws Exception {
        Duration whole = killed("./facility rollback prod --yes" + SOAK, Duration.ofHours(1));
        say("- an application that is let be takes " + whole.toSeconds() + " s");
        for (int i = 0; i < kills; i++) {
            String line = (i % 2 == 0 ? "./facility promote dev prod --yes" : "./facility rollback prod --yes") + SOAK;
            var moment = Duration.ofMillis(random.nextLong(whole.toMillis()));
            killed(line, moment);
            String outcome = mended(line) + ", " + whole();
            outcomes.merge(outcome, 1, Integer::sum);
            System.err.printf("kill %d after %d ms: %s%n", i + 1, moment.toMillis(), outcome);
        }
    }

    private Duration killed(String line, Duration moment) throws Exception {
        var run = new KillableRun(stage, line, APPLYING);
        if (!run.killedAfter(moment)) {
            outcomes.merge("(ended by itself before the moment came)", 1, Integer::sum);
        }
        return run.sinceSaid();
    }

    /** How the next run took it. */
    private String mended(String line) throws Exception {
        var next = run(line);
        if (next.exit() == 0) {
            return "the next run completed it";
        }
        if (next.exit() == 4 && next.output().contains("--take-over")) {
            var lock = new ObjectMapper()
                    .readTree(run("./facility locks prod --format json 2>/dev/null")
                            .output());
            var taken = new StringBuilder("./facility locks prod --yes --reason 'it was killed'");
            lock.path("locks").forEach(each -> taken.append(" --take-over ")
                    .append(each.path("id").asText()));
            must(run(taken.toString()));
            must(run(line));
            return "the next run named the lock and the command that takes it over, and completed it after that";
        }
        throw new IllegalStateException(next.output());
    }

    /** The engine looks at every object, with the program of the release that prod was brought to last. */
    private String whole() throws Exception {
        String commit = new ObjectMapper()
                .readTree(run("./facility releases prod --format json 2>/dev/null")
                        .output())
                .get(0)
                .findValue("commit")
                .asText();
        var preview = CommittedProject.run(
                stage.resolve(".facility/commits").resolve(commit),
                "FACILITY_DATA='" + stage + "' ./facility preview prod");
        var found = UNCHANGED.matcher(preview.output());
        if (preview.exit() != 0 || !found.find()) {
            throw new IllegalStateException(preview.output());
        }
        if (resources.isEmpty()) {
            resources = found.group(1);
        }
        if (!found.group(1).equals(resources)) {
            throw new IllegalStateException("there were " + resources + " resources: " + preview.output());
        }
        return "a preview finds all " + resources + " resources unchanged";
    }

    private long releases() throws Exception {
        return RELEASE.matcher(run("./facility releases prod").output())
                .results()
                .map(MatchResult::group)
                .distinct()
                .count();
    }

    private int locks() throws Exception {
        return new ObjectMapper()
                .readTree(run("./facility locks prod --format json 2>/dev/null").output())
                .path("locks")
                .size();
    }

    private Ended run(String line) throws IOException, InterruptedException {
        return CommittedProject.run(stage, line);
    }

    private static void must(Ended ended) {
        if (ended.exit() != 0) {
            throw new IllegalStateException(ended.output());
        }
    }

    private String text(int kills, long seed, String load) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# Promotions that meet, and promotions that are killed");
        lines.add("");
        lines.add("Written by `./campaign promotions " + kills + "` (seed " + seed + ") on the twins of a rehearsal.");
        lines.add("");
        lines.add("- measured on " + LocalDate.now(ZoneOffset.UTC) + ": " + Machine.described() + "; load average "
                + load);
        lines.addAll(report);
        lines.add("- killed with SIGKILL, with every process that they had started, at a random moment of that time: "
                + kills);
        lines.add("");
        lines.add("| what came of it | times |");
        lines.add("|---|---|");
        outcomes.forEach((outcome, times) -> lines.add("| " + outcome + " | " + times + " |"));
        return String.join("\n", lines) + "\n";
    }
}
