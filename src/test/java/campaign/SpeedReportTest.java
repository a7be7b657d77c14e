package campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpeedReportTest {
    private static final long MEGABYTE = 1_000_000;

    @Test
    void figures_stand_beside_kubectls_and_what_was_aimed_at() {
        String report = SpeedReport.of(List.of("# Speed"), List.of(figures(1007, 1)));
        assertThat(report)
                .contains("| **preview, nothing changed** |")
                .contains(
                        "| `./facility preview` or `up --yes` | 3.00 (2.00 to 4.00) |  | 1.50 | 3.00 (2.00 to 4.00) | 1.50"
                                + " | java 2.5 | 200 | 100 |")
                .contains("| `kubectl diff` or `apply`, `--server-side` | 2.00 (2.00 to 2.00) |  | 1.00 |")
                .contains("| preview, nothing changed, to kubectl | ≤ 0.9 | 1.50 | missed |")
                .contains("| preview, nothing changed, to the quickest SDK, 1007 objects | ≤ 1.0 | 0.75 | reached |");
    }

    @Test
    void growth_and_memory_are_judged_where_both_sizes_were_measured() {
        assertThat(SpeedGoals.of(List.of(figures(1007, 1), figures(5000, 7))))
                .contains("| preview, nothing changed, 5000 objects to 1007 | ≤ 5.5 | 7.00 | missed |")
                .contains("| memory of all JVMs, MB, 5000 objects | ≤ 600.0 | 700.00 | missed |");
        assertThat(SpeedGoals.of(List.of(figures(248, 1)))).noneMatch(line -> line.contains("kubectl"));
    }

    @Test
    void an_up_is_judged_without_the_seconds_in_which_nothing_worked() {
        var figures = new SpeedFigures(1007);
        figures.add(SpeedRow.NOTHING, Contestant.KUBECTL, measured(8, 0, 50, 0));
        figures.add(SpeedRow.NOTHING, Contestant.FACILITY, measured(26, 10, 50, 0));
        assertThat(SpeedReport.of(List.of(), List.of(figures)))
                .contains("to kubectl, less what stood still | ≤ 2.5 | 2.00 | reached |")
                .contains("| 26.00 (26.00 to 26.00) | 10.0 | 3.25 |");
    }

    @Test
    void the_picture_has_a_dot_for_each_contestant() {
        String picture = SpeedPicture.of(List.of(figures(1007, 1)));
        assertThat(picture).startsWith("<svg ").contains(">facility</text>", ">3.0 s</text>", ">8.0 s</text>");
        assertThat(picture.lines().filter(line -> line.startsWith("<circle "))).hasSize(4);
    }

    private static SpeedFigures figures(int objects, int times) {
        var figures = new SpeedFigures(objects);
        figures.add(SpeedRow.SAME, Contestant.KUBECTL, measured(2L * times, 50, 0));
        figures.add(SpeedRow.SAME, Contestant.FACILITY, measured(2L * times, 100, 50L * times));
        figures.add(SpeedRow.SAME, Contestant.FACILITY, measured(4L * times, 200, 100L * times));
        figures.add(SpeedRow.SAME, Contestant.TYPESCRIPT, measured(8L * times, 300, 0));
        figures.add(SpeedRow.SAME, Contestant.GO, measured(4L * times, 300, 0));
        return figures;
    }

    private static Measured measured(long seconds, long megabytes, long jvms) {
        return measured(seconds, 0, megabytes, jvms);
    }

    private static Measured measured(long seconds, double still, long megabytes, long jvms) {
        return new Measured(
                seconds,
                still,
                seconds,
                Map.of("java", seconds - 0.5, "sh", 0.01),
                megabytes * MEGABYTE,
                jvms * MEGABYTE,
                1,
                0,
                List.of(),
                0);
    }
}
