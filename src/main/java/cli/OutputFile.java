package cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command's result goes: the terminal, or a file that is named. */
final class OutputFile {
    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file instead of the terminal.")
    Optional<Path> out;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    /**
     * Asked before the work: a run of minutes must not end with nowhere to go.
     *
     * @throws ParameterException when the file cannot be written
     */
    void refuseUnwritable() {
        out.map(file -> file.toAbsolutePath().normalize()).ifPresent(file -> {
            Path folder = file.getParent();
            boolean writable = Files.exists(file)
                    ? Files.isRegularFile(file) && Files.isWritable(file)
                    : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
            if (!writable) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--out: cannot be written, \"" + out.get() + "\"; a file in a folder that exists and may be"
                                + " written; correct the path");
            }
        });
    }

    void write(String text) {
        if (out.isEmpty()) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(out.get(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
