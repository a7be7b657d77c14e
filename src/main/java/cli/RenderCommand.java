package cli;

import change.ChangeSet;
import change.ChangeSetJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One preview, read in several forms. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = {
            "Write a preview that was kept as JSON in another form.",
            "One preview is enough for all of them: facility preview prod --format json --out prod.json"
        })
final class RenderCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A preview's JSON.")
    Path file;

    @Mixin
    ReportOutput report;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        report.refuseUnwritable();
        report.write(read(file, spec));
        return Exit.DONE.code();
    }

    /** @throws ParameterException when the file is no preview's JSON */
    static ChangeSet read(Path file, CommandSpec spec) {
        try {
            return ChangeSetJson.read(Files.readString(file));
        } catch (JsonProcessingException wrong) {
            throw new ParameterException(
                    spec.commandLine(),
                    "FILE: is no preview's JSON, \"" + file + "\" (" + wrong.getOriginalMessage()
                            + "); what facility preview --format json writes; make it again");
        } catch (IOException unreadable) {
            throw new ParameterException(
                    spec.commandLine(),
                    "FILE: cannot be read, \"" + file
                            + "\"; what facility preview --format json writes; correct the path");
        }
    }
}
