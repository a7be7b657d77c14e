package cli;

import engine.CutOff;
import engine.LockHolder;
import engine.PulumiCommand;
import engine.SideStack;
import engine.StateLock;
import engine.StateLocks;
import engine.Workspace;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lock.LocksJson;
import lock.TakeOvers;
import lock.TakingOver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows who holds an environment's state, and takes it over from a run that was killed. */
@Command(
        name = "locks",
        mixinStandardHelpOptions = true,
        description = {
            "Show who holds an environment's state, since when, and what was taken over before.",
            "A run that was killed leaves its lock behind: with --take-over it is removed, by its name and with a reason."
        })
final class LocksCommand implements Callable<Integer> {
    private static final String TAKE_OVER = "--take-over";
    private static final String REASON = "--reason";

    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, or json (docs/schemas/locks-v1.json) (default: ${DEFAULT-VALUE}).")
    TextOrJson format;

    @Option(
            names = TAKE_OVER,
            paramLabel = "ID",
            description = "Remove this lock; each that the stack has must be named. May be repeated.")
    List<String> ids = new ArrayList<>();

    @Option(names = REASON, paramLabel = "TEXT", defaultValue = "", description = "Why; it is recorded.")
    String reason;

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Spec
    CommandSpec spec;

    LocksCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        refuseWrongWords();
        var workspace = project.workspace(argument.environment, target.on);
        if (!ids.isEmpty() && target.on == On.CLUSTER) {
            // The record may have to be made, and the engine makes no stack without a key.
            workspace.requireSecretsKey();
        }
        workspace.prepareToAsk();
        String environment = argument.environment.key();
        var pulumi = new PulumiCommand(workspace, project.toolchain());
        var locks = new StateLocks(pulumi, stacks(environment));
        var record = new TakeOvers(environment, new SideStack(pulumi, TakeOvers.stackOf(environment)));
        PrintWriter out = spec.commandLine().getOut();
        if (ids.isEmpty()) {
            print(workspace, locks.there(), record);
            return Exit.DONE.code();
        }
        var taking = new TakingOver(environment, locks, LockHolder::of, record);
        if (!agreed(taking)) {
            out.println("nothing was changed; to take it over without a question: --yes");
            return Exit.REFUSED.code();
        }
        var at = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        // A reason is one line, here and in the list.
        var left = taking.take(ids, ReleaseRecord.user(), at, reason.strip().replaceAll("\\s+", " "));
        // The run may have been another machine's: here, too, it is looked for what it left.
        CutOff.of(workspace).set();
        print(workspace, left, record);
        return Exit.DONE.code();
    }

    /** The environment's own first, then the records beside it. */
    private static List<String> stacks(String environment) {
        return List.of(environment, ReleaseRecord.stackOf(environment), TakeOvers.stackOf(environment));
    }

    private void refuseWrongWords() {
        boolean taking = !ids.isEmpty();
        String wrong = "";
        if (taking && reason.isBlank()) {
            wrong = TAKE_OVER + ": has no reason; " + REASON + " TEXT; say why the lock may go, it is recorded";
        } else if (!taking && (!reason.isBlank() || yes)) {
            wrong = (yes ? "--yes" : REASON) + ": nothing is taken over; goes with " + TAKE_OVER
                    + " ID; name the lock, or leave it out";
        }
        if (!wrong.isEmpty()) {
            throw new ParameterException(spec.commandLine(), wrong);
        }
    }

    private boolean agreed(TakingOver taking) {
        if (yes) {
            return true;
        }
        var err = spec.commandLine().getErr();
        taking.named(ids).forEach(lock -> err.println(lock.stack() + ": " + lock.title()));
        err.flush();
        return Confirmation.given("Remove it? A run that goes on would go on without it.");
    }

    private void print(Workspace workspace, List<StateLock> locks, TakeOvers record) {
        PrintWriter out = spec.commandLine().getOut();
        var now = Clock.systemUTC().instant();
        String environment = workspace.environment();
        if (format == TextOrJson.JSON) {
            String name = workspace.target().name();
            out.println(LocksJson.of(environment, name, locks, LockHolder::of, now, record.all())
                    .toPrettyString());
            return;
        }
        String command = "./facility locks " + environment + (target.on == On.TWIN ? "" : " --on " + target.on.word());
        LocksText.of(environment, command, locks, LockHolder::of, now, record.all())
                .forEach(out::println);
    }
}
