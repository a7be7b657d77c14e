package cli;

import health.Health;
import health.HealthCheck;
import health.HealthJson;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import target.Identity;

/** Says whether an environment works. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = {
            "Say whether an environment works: every object that its stacks declare, and what its services answer.",
            "Changes nothing, and starts no twin; with --spawn it starts one server at the hub, and stops it again. Exit 1 if anything is red; what could not be asked is said, and is not."
        })
final class HealthCommand implements Callable<Integer> {
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})([smh])");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600);

    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    @Mixin
    OutputFile output;

    @Option(names = "--format", defaultValue = "text", description = "text or json (default: ${DEFAULT-VALUE}).")
    TextOrJson format;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description = "Look until nothing is red, at most for this time: 30s, 5m, 1h.")
    Optional<String> wait;

    @Option(
            names = "--spawn",
            description = "Also start a server for the check user of facility:hub.spawnCheck, and stop it again.")
    boolean spawn;

    @Option(
            names = "--spawn-timeout",
            paramLabel = "TIME",
            description = "Give the server at most this time to become ready (default: as long as its users wait).")
    Optional<String> spawnTimeout;

    @Spec
    CommandSpec spec;

    HealthCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        output.refuseUnwritable();
        Optional<Duration> patience = wait.map(text -> duration("--wait", text));
        Optional<Duration> toStart = spawnTimeout.map(text -> duration("--spawn-timeout", text));
        refuseTimeWithoutSpawn();
        var checked = project.checked(argument.environment, target.on);
        var place = project.workspace(argument.environment, target.on).target();
        Identity.verified(place);
        HealthCheck check = EnvironmentHealth.of(checked, place);
        Health looked = patience.isPresent() ? check.await(patience.get(), progress()) : check.look();
        var hub = new HubSpawn(checked.facility());
        Health health = looked.with(spawn ? hub.tried(place, toStart, this::say) : hub.notAsked());
        output.write(
                switch (format) {
                    case TEXT -> String.join("\n", HealthText.lines(health)) + "\n";
                    case JSON -> HealthJson.write(health);
                });
        return health.healthy() ? Exit.DONE.code() : Exit.FAILED.code();
    }

    /** On the other stream, and only when something moves: the result may go to a file or a program. */
    private java.util.function.Consumer<Health> progress() {
        PrintWriter err = spec.commandLine().getErr();
        var last = new AtomicReference<>(List.of());
        return health -> {
            if (!health.healthy() && !health.red().equals(last.getAndSet(List.copyOf(health.red())))) {
                err.println("waiting for " + health.red().size() + " that are red, first of them "
                        + health.red().get(0));
                err.flush();
            }
        };
    }

    private void say(String message) {
        spec.commandLine().getErr().println("the hub: " + message);
        spec.commandLine().getErr().flush();
    }

    private void refuseTimeWithoutSpawn() {
        if (spawnTimeout.isPresent() && !spawn) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--spawn-timeout: is for a spawn, \"" + spawnTimeout.get() + "\"; beside --spawn; add that");
        }
    }

    private Duration duration(String option, String text) {
        var match = DURATION.matcher(text);
        if (!match.matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": is no time, \"" + text + "\"; a whole number with s, m or h, such as 5m; correct it");
        }
        return Duration.ofSeconds(Long.parseLong(match.group(1)) * SECONDS.get(match.group(2)));
    }
}
