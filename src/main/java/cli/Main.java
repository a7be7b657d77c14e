package cli;

import engine.Interruption;
import java.nio.file.Path;
import picocli.CommandLine;

/** Entry point of the command line: one JVM, one command, an exit code from {@link Exit}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var root = Path.of(System.getProperty("facility.root", "."))
                .toAbsolutePath()
                .normalize();
        String home = System.getenv().getOrDefault(Project.DATA_VARIABLE, "");
        var project = new Project(
                root, home.isEmpty() ? root : Path.of(home).toAbsolutePath().normalize());
        int exit = commandLine(project).execute(args);
        Interruption.allIsSaid();
        System.exit(exit);
    }

    static CommandLine commandLine(Project project) {
        var line = new CommandLine(new FacilityCommand(), new Factory(project));
        line.setExecutionExceptionHandler(Main::explain);
        line.setParameterExceptionHandler(Main::correct);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        return line;
    }

    /** What is wrong with the words, the nearest right one, and where to look: not a screen of usage. */
    private static int correct(CommandLine.ParameterException wrong, String[] words) {
        CommandLine line = wrong.getCommandLine();
        var err = line.getErr();
        if (line.getParent() == null && wrong.getMessage().startsWith("Missing required subcommand")) {
            line.usage(err);
            return Exit.USAGE.code();
        }
        err.println("facility: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("see: " + line.getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE.code();
    }

    /** One sentence for what a person can act on; anything else is a fault of ours, and says so with its trace. */
    private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        var exit = Exit.of(failure);
        if (exit.isEmpty()) {
            line.getErr().println("facility: this is a fault in facility itself; please report it with these lines");
            throw failure;
        }
        line.getErr().println("facility: " + failure.getMessage());
        return failure instanceof PlanRefusedException refused
                ? refused.exitCode()
                : exit.get().code();
    }

    /** Gives each command the project it works on. */
    private record Factory(Project project) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Project.class).newInstance(project);
            } catch (NoSuchMethodException needsNone) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
