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
 * What the policies add to a preview of 1,000 resources: the same preview of one facility on one twin with the pack and
 * without it, in turns, in both orders; by plain {@code pulumi preview}, and as {@code ./facility preview} does it.
 */
public final class PolicyCost {
    private static final Pattern COUNT = Pattern.compile("\\+ (\\d+) to create");
    private static final String WITH = " --policy-pack policies";

    /** With what the tracked files declare, a thousand. */
    private static final int NAMESPACES = 106;

    private static final String PLAIN = "pulumi preview --non-interactive";
    private static final String SERVED = "toolchain/run-java -Dfacility.root=$PWD %s -cp"
            + " $(readlink -f target)/facility.jar:$(readlink -f target)/test-classes cli.ServedPreview dev";

    private final ScratchProject project;
    private final Runs plain = new Runs(PLAIN, new ArrayList<>(), new ArrayList<>());
    private final Runs served = new Runs(String.format(SERVED, ""), new ArrayList<>(), new ArrayList<>());
    private final Runs empty =
            new Runs(String.format(SERVED, "-Dcampaign.empty=true"), new ArrayList<>(), new ArrayList<>());

    private PolicyCost(ScratchProject project) {
        this.project = project;
    }

    /** Of one way to start a preview. */
    private record Runs(String command, List<Measured> without, List<Measured> with) {}

    public static void main(String[] args) throws IOException {
        int repetitions = args.length == 0 ? 9 : Integer.parseInt(args[0]);
        var project = ScratchProject.create("policy-cost");
        try (project) {
            declare(project);
            var campaign = new PolicyCost(project);
            String before = Machine.load();
            String resources = campaign.warmUp();
            for (int i = 0; i < repetitions; i++) {
                campaign.pair(campaign.plain, i % 2 == 0);
                campaign.pair(campaign.served, i % 2 == 0);
                campaign.pair(campaign.empty, i % 2 == 0);
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
    private void pair(Runs of, boolean withFirst) throws IOException {
        if (withFirst) {
            of.with().add(preview(of.command() + WITH));
        }
        of.without().add(preview(of.command()));
        if (!withFirst) {
            of.with().add(preview(of.command() + WITH));
        }
        int last = of.with().size() - 1;
        System.err.printf(
                "with %s%nwithout %s%n", of.with().get(last), of.without().get(last));
    }

    private Measured preview(String command) throws IOException {
        Path file = project.root().resolve("measured.json");
        var ended = project.sourced("dev", "python3 src/test/resources/campaign/measured.py " + file + " " + command);
        if (ended.exit() != 0) {
            throw new IllegalStateException(ended.output());
        }
        return Measured.read(file);
    }

    private String report(String resources, String load) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# What the policies add to a preview of 1,000 resources");
        lines.add("");
        lines.add("Written by `./campaign policy-cost " + plain.with().size() + "`. A facility of " + resources
                + " resources on its twin, nothing of it created yet, previewed with the pack and without, in turns and in"
                + " both orders: by plain `pulumi preview`, whose pack is a JVM of its own, and as `./facility preview` starts"
                + " the engine, with the pack served from the command's process (ADR 31).");
        lines.add("");
        lines.add("- measured on " + LocalDate.now(java.time.ZoneOffset.UTC) + ": " + Machine.described());
        lines.add("- load average " + load + ": where it is above the number of cores, the machine had other work and"
                + " seconds on the clock say little; processor seconds say more");
        lines.add("");
        lines.add("| median (least to most) of " + plain.with().size()
                + " | without | with | ratio of medians | ratio pair by pair |");
        lines.add("|---|---|---|---|---|");
        lines.add(row("plain `pulumi`: seconds on the clock", plain, Measured::wall));
        lines.add(row("plain `pulumi`: processor seconds", plain, Measured::processor));
        lines.add(row("`./facility`: seconds on the clock", served, Measured::wall));
        lines.add(row("`./facility`: processor seconds", served, Measured::processor));
        lines.add(row("the same, a pack without a rule: processor seconds", empty, Measured::processor));
        lines.add("");
        lines.add("JVMs a run: plain " + jvms(plain) + "; by the facility " + jvms(served) + ".");
        lines.add("");
        lines.add("Processes that lived on when the command had ended: plain " + survivors(plain) + "; by the facility "
                + survivors(served) + ".");
        return String.join("\n", lines) + "\n";
    }

    private static String jvms(Runs of) {
        return counts(of.without(), Measured::jvms) + " without, " + counts(of.with(), Measured::jvms)
                + " with, of which the pack " + counts(of.with(), Measured::packs);
    }

    private static String row(String what, Runs runs, ToDoubleFunction<Measured> of) {
        var before = new Spread(runs.without().stream().map(of::applyAsDouble).toList());
        var after = new Spread(runs.with().stream().map(of::applyAsDouble).toList());
        var pairs = new Spread(IntStream.range(0, runs.with().size())
                .mapToObj(i -> of.applyAsDouble(runs.with().get(i))
                        / of.applyAsDouble(runs.without().get(i)))
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

    private static String survivors(Runs of) {
        var all = new ArrayList<>(of.without());
        all.addAll(of.with());
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
