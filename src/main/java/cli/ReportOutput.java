package cli;

import change.ChangeSet;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import report.Palette;
import report.ReportFormat;

/** How a report is written, and where to. */
final class ReportOutput {
    @Option(
            names = "--format",
            defaultValue = "text",
            description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    ReportFormat format;

    @Mixin
    OutputFile output;

    void refuseUnwritable() {
        output.refuseUnwritable();
    }

    /** Whether somebody else reads it, who has to be told of a failure too. */
    boolean isForOthers() {
        return format != ReportFormat.TEXT || output.out.isPresent();
    }

    void write(ChangeSet set) {
        output.write(format.of(set, output.out.isEmpty() ? palette() : Palette.PLAIN));
    }

    /** Colours where a terminal reads, and NO_COLOR is not set. */
    static Palette palette() {
        return Ansi.AUTO.enabled() ? Palette.ANSI : Palette.PLAIN;
    }
}
