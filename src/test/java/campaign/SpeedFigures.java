package campaign;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What was measured of one size. */
final class SpeedFigures {
    private final int objects;
    private final Map<SpeedRow, Integer> changed = new EnumMap<>(SpeedRow.class);
    private final Map<SpeedRow, Map<Contestant, List<Measured>>> all = new EnumMap<>(SpeedRow.class);
    private final List<String> remarks = new ArrayList<>();

    SpeedFigures(int objects) {
        this.objects = objects;
    }

    int objects() {
        return objects;
    }

    void changed(SpeedRow row, int number) {
        changed.put(row, number);
    }

    void add(SpeedRow row, Contestant contestant, Measured figure) {
        all.computeIfAbsent(row, any -> new EnumMap<>(Contestant.class))
                .computeIfAbsent(contestant, any -> new ArrayList<>())
                .add(figure);
    }

    void remark(String line) {
        remarks.add(line);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    List<SpeedRow> rows() {
        return List.copyOf(all.keySet());
    }

    String title(SpeedRow row) {
        int number = changed.getOrDefault(row, 0);
        return row.title() + (number == 0 ? "" : " (" + number + (number == 1 ? " object)" : " objects)"));
    }

    List<Contestant> contestants(SpeedRow row) {
        return List.copyOf(all.getOrDefault(row, Map.of()).keySet());
    }

    Optional<Spread> spread(SpeedRow row, Contestant contestant, ToDoubleFunction<Measured> of) {
        var figures = all.getOrDefault(row, Map.of()).getOrDefault(contestant, List.of());
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(new Spread(figures.stream().map(of::applyAsDouble).toList()));
    }

    /** The names of all programs that it ran. */
    Set<String> programs(SpeedRow row, Contestant contestant) {
        return all.getOrDefault(row, Map.of()).getOrDefault(contestant, List.of()).stream()
                .flatMap(figure -> figure.programs().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of the medians, to kubectl's. */
    Optional<Double> ratio(SpeedRow row, Contestant contestant, ToDoubleFunction<Measured> of) {
        return spread(row, contestant, of)
                .flatMap(ours -> spread(row, Contestant.KUBECTL, of).map(theirs -> ours.median() / theirs.median()));
    }
}
