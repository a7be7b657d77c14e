package campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What was aimed at, and whether it was reached: as ratios, for the seconds depend on the machine. */
final class SpeedGoals {
    private static final Map<SpeedRow, Double> OF_A_THOUSAND = Map.of(
            SpeedRow.SAME, 0.9,
            SpeedRow.FLAVOUR, 0.9,
            SpeedRow.ALL, 1.5,
            SpeedRow.NOTHING, 2.5,
            SpeedRow.UP_ALL, 2.5);

    /** 5,000 objects to 1,000. */
    private static final double GROWTH = 5.5;

    private static final double MEGABYTES = 600;

    private final List<String> lines = new ArrayList<>();

    static List<String> of(List<SpeedFigures> sizes) {
        var goals = new SpeedGoals();
        var thousand = near(sizes, 1000);
        var five = near(sizes, 5000);
        thousand.ifPresent(goals::toKubectl);
        five.ifPresent(large -> thousand.ifPresent(small -> goals.growth(small, large)));
        five.ifPresent(goals::memory);
        sizes.forEach(goals::ahead);
        if (!goals.lines.isEmpty()) {
            goals.lines.addAll(
                    0,
                    List.of(
                            "",
                            "## What was aimed at",
                            "",
                            "| `./facility` | aim | measured | |",
                            "|---|---|---|---|"));
        }
        return goals.lines;
    }

    private static Optional<SpeedFigures> near(List<SpeedFigures> sizes, int objects) {
        return sizes.stream()
                .filter(each -> Math.abs(each.objects() - objects) < objects / 20)
                .findFirst();
    }

    private void toKubectl(SpeedFigures figures) {
        for (SpeedRow row : figures.rows()) {
            var most = Optional.ofNullable(OF_A_THOUSAND.get(row));
            // An up waits for what it started to be ready; kubectl does not.
            ToDoubleFunction<Measured> seconds = row.isUp() ? Measured::working : Measured::wall;
            String what = figures.title(row) + ", to kubectl" + (row.isUp() ? ", less what stood still" : "");
            figures.ratio(row, Contestant.FACILITY, seconds)
                    .ifPresent(ratio -> most.ifPresent(goal -> line(what, goal, ratio)));
        }
    }

    private void growth(SpeedFigures small, SpeedFigures large) {
        for (SpeedRow row : large.rows()) {
            var before = small.spread(row, Contestant.FACILITY, Measured::wall);
            large.spread(row, Contestant.FACILITY, Measured::wall)
                    .ifPresent(after -> before.ifPresent(of -> line(
                            row.title() + ", " + large.objects() + " objects to " + small.objects(),
                            GROWTH,
                            after.median() / of.median())));
        }
    }

    private void memory(SpeedFigures figures) {
        figures.rows().stream()
                .flatMap(row -> figures.spread(row, Contestant.FACILITY, Measured::jvmMemory).stream())
                .mapToDouble(Spread::most)
                .max()
                .ifPresent(most ->
                        line("memory of all JVMs, MB, " + figures.objects() + " objects", MEGABYTES, most / 1_000_000));
    }

    private void ahead(SpeedFigures figures) {
        for (SpeedRow row : figures.rows()) {
            var ours = figures.spread(row, Contestant.FACILITY, Measured::wall);
            var best = figures.contestants(row).stream()
                    .filter(Contestant::isSdk)
                    .flatMap(sdk -> figures.spread(row, sdk, Measured::wall).stream())
                    .mapToDouble(Spread::median)
                    .min();
            if (ours.isPresent() && best.isPresent()) {
                line(
                        figures.title(row) + ", to the quickest SDK, " + figures.objects() + " objects",
                        1,
                        ours.get().median() / best.getAsDouble());
            }
        }
    }

    private void line(String what, double most, double measured) {
        lines.add(String.format(
                Locale.ROOT,
                "| %s | ≤ %s | %.2f | %s |",
                what,
                most,
                measured,
                measured <= most ? "reached" : "missed"));
    }
}
