package cli;

import change.ChangeSet;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import report.Palette;
import report.ReportFormat;
import report.TextReport;

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
        boolean seen = format == ReportFormat.TEXT && output.out.isEmpty();
        output.write(seen ? String.join("\n", lines(set)) + "\n" : format.of(set, Palette.PLAIN));
    }

    /** As they are given to another program of the project, which works elsewhere. */
    List<String> words() {
        var words = new ArrayList<>(List.of("--format", format.toString()));
        output.out.ifPresent(
                file -> words.addAll(List.of("--out", file.toAbsolutePath().toString())));
        return words;
    }

    /** For whoever reads along: in a terminal's colours and width. */
    static List<String> lines(ChangeSet set) {
        boolean terminal = Ansi.AUTO.enabled();
        int width = terminal ? new UsageMessageSpec().autoWidth(true).width() : Integer.MAX_VALUE;
        return TextReport.lines(set, palette(), width);
    }

    /** Colours where a terminal reads, and NO_COLOR is not set. */
    private static Palette palette() {
        return Ansi.AUTO.enabled() ? Palette.ANSI : Palette.PLAIN;
    }
}
