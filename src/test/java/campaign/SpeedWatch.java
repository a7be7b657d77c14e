package campaign;

import campaign.SizedFacility.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs a contestant's command, measures it, and looks whether it saw what was changed. */
final class SpeedWatch {
    /** Nobody waits longer; what is cut off is not tried again. */
    private static final Duration MOST = Duration.ofMinutes(30);

    private static final Pattern UPDATES = Pattern.compile("\"?update\"?:(\\d+)|(?<![:\\d])(\\d+) update");
    private static final int CUT_OFF = 124;
    private static final int KILLED = 137;

    private final Contest contest;
    private final SpeedFigures figures;
    private final Map<Contestant, String> gone = new HashMap<>();

    SpeedWatch(Contest contest, SpeedFigures figures) {
        this.contest = contest;
        this.figures = figures;
    }

    boolean isGone(Contestant contestant) {
        return gone.containsKey(contestant);
    }

    void run(SpeedRow row, Contestant contestant, Change change, int expected) throws IOException {
        if (isGone(contestant)) {
            return;
        }
        Path root = contest.project().root();
        Path written = root.resolve("measured.json");
        Path script = root.resolve("contest/run.sh");
        Files.writeString(script, contest.command(contestant, row, change) + "\n");
        var ended = contest.project()
                .shell("python3 src/test/resources/campaign/measured.py " + written + " timeout -k 10 "
                        + MOST.toSeconds() + " bash " + script);
        boolean differs = contestant == Contestant.KUBECTL && !row.isUp() && ended.exit() == 1;
        if (ended.exit() != 0 && !differs) {
            drop(row, contestant, ended.exit(), ended.output());
            return;
        }
        var figure = Measured.read(written);
        figures.add(row, contestant, figure);
        System.err.printf(
                "%d objects, %s, %s: %.2f s%n", figures.objects(), row.key(), contestant.key(), figure.wall());
        updates(contestant, row, ended.output())
                .filter(seen -> seen != expected)
                .ifPresent(seen -> figures.remark("`" + contestant.key() + "` saw " + seen + " changes instead of "
                        + expected + " in " + row.key()));
    }

    private void drop(SpeedRow row, Contestant contestant, int exit, String output) {
        boolean late = exit == CUT_OFF || exit == KILLED;
        String why = late ? "was cut off after " + MOST.toMinutes() + " minutes" : "ended with exit code " + exit;
        figures.remark("`" + contestant.key() + "` " + why + " in " + row.key() + ", and was left out from then on");
        gone.put(contestant, why);
        System.err.println(contestant.key() + " " + why + ":\n" + output);
    }

    /** What it says of it, where it says so; a floor compares nothing. */
    private static Optional<Integer> updates(Contestant contestant, SpeedRow row, String output) {
        if (contestant == Contestant.HTTP || contestant.isEmpty() || row == SpeedRow.NOTHING) {
            return Optional.empty();
        }
        if (contestant == Contestant.KUBECTL) {
            return row.isUp()
                    ? Optional.empty()
                    : Optional.of((int) output.lines()
                            .filter(line -> line.startsWith("diff -u"))
                            .count());
        }
        int all = 0;
        var said = UPDATES.matcher(output);
        while (said.find()) {
            all = Integer.parseInt(Optional.ofNullable(said.group(1)).orElseGet(() -> said.group(2)));
        }
        return Optional.of(all);
    }
}
