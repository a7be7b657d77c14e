package campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The figures as a table for each size. */
final class SpeedReport {
    private static final double MEGABYTE = 1_000_000;

    private final List<String> lines = new ArrayList<>();

    static String of(List<String> conditions, List<SpeedFigures> sizes) {
        var report = new SpeedReport();
        report.lines.addAll(conditions);
        report.lines.addAll(SpeedGoals.of(sizes));
        sizes.forEach(report::size);
        return String.join("\n", report.lines) + "\n";
    }

    private void size(SpeedFigures figures) {
        lines.add("");
        lines.add("## " + figures.objects() + " objects");
        lines.add("");
        lines.add(
                "| | seconds on the clock | of these still | to kubectl | processor seconds | to kubectl | of which | memory, MB | of JVMs, MB |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        for (SpeedRow row : figures.rows()) {
            lines.add("| **" + figures.title(row) + "** | | | | | | | | |");
            figures.contestants(row).forEach(contestant -> lines.add(line(figures, row, contestant)));
        }
        if (!figures.remarks().isEmpty()) {
            lines.add("");
            figures.remarks().forEach(remark -> lines.add("- " + remark));
        }
    }

    private static String line(SpeedFigures figures, SpeedRow row, Contestant contestant) {
        return "| " + contestant.title() + " | "
                + figures.spread(row, contestant, Measured::wall).orElseThrow() + " | "
                + still(figures, row, contestant) + " | "
                + ratio(figures, row, contestant, Measured::wall) + " | "
                + figures.spread(row, contestant, Measured::processor).orElseThrow() + " | "
                + ratio(figures, row, contestant, Measured::processor) + " | "
                + programs(figures, row, contestant) + " | "
                + megabytes(figures.spread(row, contestant, Measured::memory)) + " | "
                + megabytes(figures.spread(row, contestant, Measured::jvmMemory)) + " |";
    }

    /** Medians, the most first; what takes less than a tenth of a second is left out. */
    private static String programs(SpeedFigures figures, SpeedRow row, Contestant contestant) {
        return figures.programs(row, contestant).stream()
                .map(name -> Map.entry(
                        name,
                        figures.spread(row, contestant, each -> each.programs().getOrDefault(name, 0.0))
                                .orElseThrow()
                                .median()))
                .filter(program -> program.getValue() >= 0.1)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(program -> String.format(Locale.ROOT, "%s %.1f", program.getKey(), program.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String still(SpeedFigures figures, SpeedRow row, Contestant contestant) {
        double median =
                figures.spread(row, contestant, Measured::still).orElseThrow().median();
        return median < 0.1 ? "" : String.format(Locale.ROOT, "%.1f", median);
    }

    private static String ratio(
            SpeedFigures figures, SpeedRow row, Contestant contestant, ToDoubleFunction<Measured> of) {
        return figures.ratio(row, contestant, of)
                .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                .orElse("");
    }

    /** The most of all repetitions: a peak has no median. */
    private static String megabytes(Optional<Spread> bytes) {
        double most = bytes.orElseThrow().most() / MEGABYTE;
        return most == 0 ? "" : String.format(Locale.ROOT, "%.0f", most);
    }
}
