package campaign;

import cli.ScratchProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the policies add to a preview of 1,000 resources: the same plain {@code pulumi preview} of one facility on one
 * twin with the pack and without it, in turns, in both orders.
 */
public final class PolicyCost {
    private static final Pattern COUNT = Pattern.compile("\\+ (\\d+) to create");
    private static final String WITH = " --policy-pack policies";

    /** With what the tracked files declare, a thousand. */
    private static final int NAMESPACES = 106;

    private final ScratchProject project;
    private final List<Measured> without = new ArrayList<>();
    private final List<Measured> with = new ArrayList<>();

    private PolicyCost(ScratchProject project) {
        this.project = project;
    }

    public static void main(String[] args) throws IOException {
        int repetitions = args.length == 0 ? 9 : Integer.parseInt(args[0]);
        var project = ScratchProject.create("policy-cost");
        try (project) {
            declare(project);
            var campaign = new PolicyCost(project);
            String before = Machine.load();
            String resources = campaign.warmUp();
            for (int i = 0; i < repetitions; i++) {
                campaign.pair(i % 2 == 0);
            }
            String report = campaign.report(resources, before + " before, " + Machine.load() + " after");
            Files.writeString(Path.of("docs/campaigns/policy-cost.md"), report);
            System.out.print(report);
        }
    }

    private static void declare(ScratchProject project) throws IOException {
        String namespaces = IntStream.range(0, NAMESPACES)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "    space-%03d: {displayName: Space, owner: infrastructure-team, experiment: facility,"
                                + " podSecurity: restricted, quota: {cpu: 1, memory: 1Gi, pods: 2,"
                                + " persistentVolumeClaims: 0}, limits: {cpu: 100m, memory: 64Mi, cpuRequest: 10m,"
                                + " memoryRequest: 64Mi}}",
                        i))
                .collect(Collectors.joining("\n", "  facility:namespaces:\n", "\n"));
        Files.writeString(project.root().resolve("Pulumi.dev.yaml"), namespaces, StandardOpenOption.APPEND);
    }

    /** Starts the twin and fills the machine's caches; the figures of this one are not kept. */
    private String warmUp() {
        var started = project.facility("preview", "dev");
        if (started.exit() != 0) {
            throw new IllegalStateException(started.output());
        }
        var previewed = project.sourced("dev", "pulumi preview --non-interactive" + WITH);
        var count = COUNT.matcher(previewed.output());
        if (previewed.exit() != 0 || !count.find()) {
            throw new IllegalStateException(previewed.output());
        }
        return count.group(1);
    }

    /** The order changes from pair to pair: what the first does for the second is then no advantage of either. */
    private void pair(boolean withFirst) throws IOException {
        if (withFirst) {
            with.add(preview(WITH));
        }
        without.add(preview(""));
        if (!withFirst) {
            with.add(preview(WITH));
        }
        System.err.printf("with %s%nwithout %s%n", with.get(with.size() - 1), without.get(without.size() - 1));
    }

    private Measured preview(String options) throws IOException {
        Path file = project.root().resolve("measured.json");
        var ended = project.sourced(
                "dev",
                "python3 src/test/resources/campaign/measured.py " + file + " pulumi preview --non-interactive"
                        + options);
        if (ended.exit() != 0) {
            throw new IllegalStateException(ended.output());
        }
        return Measured.read(file);
    }

    private String report(String resources, String load) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# What the policies add to a preview of 1,000 resources");
        lines.add("");
        lines.add("Written by `./campaign policy-cost " + with.size() + "`. A facility of " + resources
                + " resources on its twin, nothing of it created yet: plain `pulumi preview` with"
                + " `--policy-pack policies` and without, in turns and in both orders.");
        lines.add("");
        lines.add("- measured on " + LocalDate.now(java.time.ZoneOffset.UTC) + ": " + Machine.described());
        lines.add("- load average " + load + ": where it is above the number of cores, the machine had other work and"
                + " seconds on the clock say little; processor seconds say more");
        lines.add("");
        lines.add("| median (least to most) of " + with.size()
                + " | without | with | ratio of medians | ratio pair by pair |");
        lines.add("|---|---|---|---|---|");
        lines.add(row("seconds on the clock", Measured::wall));
        lines.add(row("processor seconds", Measured::processor));
        lines.add("");
        lines.add("JVMs a run: " + counts(without, Measured::jvms) + " without, " + counts(with, Measured::jvms)
                + " with, of which the pack " + counts(with, Measured::packs) + ".");
        lines.add("");
        lines.add("Processes that lived on when the command had ended: " + survivors() + ".");
        return String.join("\n", lines) + "\n";
    }

    private String row(String what, ToDoubleFunction<Measured> of) {
        var before = new Spread(without.stream().map(of::applyAsDouble).toList());
        var after = new Spread(with.stream().map(of::applyAsDouble).toList());
        var pairs = new Spread(IntStream.range(0, with.size())
                .mapToObj(i -> of.applyAsDouble(with.get(i)) / of.applyAsDouble(without.get(i)))
                .toList());
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.3f | %s |",
                what,
                before,
                after,
                after.median() / before.median(),
                pairs);
    }

    private static String counts(List<Measured> runs, ToDoubleFunction<Measured> of) {
        return runs.stream()
                .map(run -> String.valueOf((int) of.applyAsDouble(run)))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    private String survivors() {
        var all = new ArrayList<>(without);
        all.addAll(with);
        var lived = all.stream().filter(run -> !run.survivors().isEmpty()).toList();
        if (lived.isEmpty()) {
            return "none";
        }
        var lingered = new Spread(lived.stream().map(Measured::lingered).toList());
        return lived.size() + " of " + all.size() + " runs left some, for " + lingered + " s: "
                + lived.stream()
                        .flatMap(run -> run.survivors().stream())
                        .map(line -> line.substring(
                                line.lastIndexOf('/', line.indexOf(' ') < 0 ? line.length() : line.indexOf(' ')) + 1))
                        .map(line -> line.length() > 60 ? line.substring(0, 60) : line)
                        .distinct()
                        .collect(Collectors.joining(", "));
    }
}
