package cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import twin.Twin;

/** The rehearsal cluster of an environment on this machine. */
@Command(
        name = "twin",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Start, stop or look at an environment's twin: a real control plane on this machine.",
        subcommands = {
            TwinCommand.Start.class,
            TwinCommand.Stop.class,
            TwinCommand.Status.class,
            TwinCommand.Kubeconfig.class,
            TwinCommand.Delete.class
        })
final class TwinCommand {
    /** What the five have in common: the project and the environment. */
    abstract static class OfEnvironment implements Callable<Integer> {
        private final Project project;

        @Mixin
        EnvironmentArgument argument;

        @Spec
        CommandSpec spec;

        OfEnvironment(Project project) {
            this.project = project;
        }

        @Override
        public final Integer call() {
            return act(project.twin(argument.environment)).code();
        }

        abstract Exit act(Twin twin);

        final Project project() {
            return project;
        }

        final void say(String line) {
            spec.commandLine().getOut().println(line);
        }
    }

    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = "Start what does not run, and wait until the control plane answers.")
    static final class Start extends OfEnvironment {
        Start(Project project) {
            super(project);
        }

        @Override
        Exit act(Twin twin) {
            twin.start(TwinSetting.of(
                    project().checked(argument.environment, On.TWIN).facility()));
            say("twin of " + argument.environment.key() + " runs; kubeconfig: " + twin.kubeconfig());
            return Exit.DONE;
        }
    }

    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description = "End all its processes; its data stays for the next start.")
    static final class Stop extends OfEnvironment {
        Stop(Project project) {
            super(project);
        }

        @Override
        Exit act(Twin twin) {
            twin.stop();
            say("twin of " + argument.environment.key() + " is stopped");
            return Exit.DONE;
        }
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Say how each process is doing; exit 1 unless all run.")
    static final class Status extends OfEnvironment {
        Status(Project project) {
            super(project);
        }

        @Override
        Exit act(Twin twin) {
            boolean allRun = true;
            for (Twin.Part part : twin.status()) {
                switch (part.state()) {
                    case RUNNING -> say(String.format("%-24s running  pid %d", part.name(), part.pid()));
                    case STOPPED -> say(String.format("%-24s stopped", part.name()));
                    case DIED -> say(String.format(
                            "%-24s died     see %s; facility twin start %s starts it again",
                            part.name(), part.log(), argument.environment.key()));
                }
                allRun &= part.state() == Twin.State.RUNNING;
            }
            return allRun ? Exit.DONE : Exit.FAILED;
        }
    }

    @Command(
            name = "kubeconfig",
            mixinStandardHelpOptions = true,
            description =
                    "Print where its kubeconfig is: kubectl --kubeconfig \"$(./facility twin kubeconfig dev)\" ...")
    static final class Kubeconfig extends OfEnvironment {
        Kubeconfig(Project project) {
            super(project);
        }

        @Override
        Exit act(Twin twin) {
            say(twin.kubeconfig().toString());
            return Exit.DONE;
        }
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Stop it and remove cluster and state together.")
    static final class Delete extends OfEnvironment {
        @Option(names = "--yes", description = "Do not ask.")
        boolean yes;

        Delete(Project project) {
            super(project);
        }

        @Override
        Exit act(Twin twin) {
            if (!yes && !Confirmation.given("Delete the twin of " + argument.environment.key() + " and its state?")) {
                say("nothing was deleted; to delete it without a question: --yes");
                return Exit.REFUSED;
            }
            twin.delete();
            say("twin of " + argument.environment.key() + " is deleted");
            return Exit.DONE;
        }
    }
}
