package cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import toolchain.Program;

/** Says of each program which version it is and where it came from. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Print each part of the toolchain, its version and where it came from.")
final class DoctorCommand implements Callable<Integer> {
    private final Project project;

    @Spec
    CommandSpec spec;

    DoctorCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var toolchain = project.toolchain();
        out.printf("%-28s %-10s %s%n", "java", Runtime.version().feature(), System.getProperty("java.home"));
        boolean complete = true;
        for (Program program : Program.values()) {
            var found = toolchain.find(program);
            complete &= found.isPresent();
            String where = found.map(resolved -> resolved.origin() + ": " + resolved.path())
                    .orElse("not there yet: the first run builds it");
            String version = found.map(resolved -> resolved.version()).orElse(toolchain.wantedVersion(program));
            out.printf("%-28s %-10s %s%n", program.command(), version, where);
        }
        out.printf("%-28s %-10s %s%n", "custom resource definitions", "", toolchain.describeCustomResources());
        if (!complete) {
            out.println("building needs go 1.25 or newer on PATH" + (toolchain.canBuild() ? ", which is there" : ""));
        }
        return complete || toolchain.canBuild() ? Exit.DONE.code() : Exit.FAILED.code();
    }
}
