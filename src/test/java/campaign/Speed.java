package campaign;

import campaign.SizedFacility.Change;
import cli.ScratchProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long previews and ups take beside others of the same objects: facilities of several sizes, on twins, in turns, by
 * {@code ./facility}, by kubectl, and by Pulumi's TypeScript and Go SDKs; and what the floor is.
 */
public final class Speed {
    /** What no file can do without. */
    private static final int SMALLEST = 248;

    /**
     * Of more objects than that the SDKs, the floors, and ups of changes are left out: an SDK's up writes the whole state with
     * each step, which would be an hour.
     */
    private static final int LARGE = 2000;

    private static final Path PICTURE = Path.of("docs/images/speed.svg");
    private static final Path TABLE = Path.of("docs/campaigns/speed.md");

    private final List<SpeedRow> rows;
    private final List<Contestant> contestants;
    private final int repetitions;
    private int size;
    private final List<SpeedFigures> sizes = new ArrayList<>();
    private final String before = load();

    private Speed(int repetitions, List<String> only) {
        this.repetitions = repetitions;
        this.rows = chosen(Arrays.stream(SpeedRow.values()).filter(row -> only.contains(row.key())), SpeedRow.values());
        this.contestants = chosen(
                Arrays.stream(Contestant.values()).filter(each -> only.contains(each.key())), Contestant.values());
        only.forEach(word -> {
            if (Contestant.of(word).isEmpty()
                    && rows.stream().noneMatch(row -> row.key().equals(word))) {
                throw new IllegalArgumentException("\"" + word + "\" is none of " + Contestant.keys() + " "
                        + Arrays.stream(SpeedRow.values()).map(SpeedRow::key).toList());
            }
        });
    }

    private static <T> List<T> chosen(Stream<T> named, T[] all) {
        var list = named.toList();
        return list.isEmpty() ? List.of(all) : list;
    }

    /** @param args sizes with commas between them, repetitions, and rows and contestants if not all */
    public static void main(String[] args) throws IOException {
        String sizes = args.length > 0 ? args[0] : "400,1000";
        int repetitions = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        var campaign = new Speed(repetitions, List.of(args).subList(Math.min(2, args.length), args.length));
        String command = "./campaign speed " + String.join(" ", args);
        for (String size : sizes.split(",")) {
            campaign.size(Integer.parseInt(size));
            campaign.write(command);
        }
        System.out.print(Files.readString(TABLE));
    }

    private void size(int wanted) throws IOException {
        size = wanted;
        int experiments = Math.max(0, Math.round((size - SMALLEST) / (float) SizedFacility.OBJECTS));
        var facility = new SizedFacility(Files.readString(Path.of("Pulumi.dev.yaml")), experiments);
        var project = ScratchProject.create("speed");
        // Whoever interrupts the campaign is left no twin.
        var interrupted = new Thread(project::close);
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (project) {
            Files.createSymbolicLink(
                    project.root().resolve("facility"), Path.of("facility").toAbsolutePath());
            var contest = new Contest(project, facility);
            contest.begin();
            contest.export();
            var figures = new SpeedFigures(contest.objects());
            sizes.add(figures);
            var watch = new SpeedWatch(contest, figures);
            fromNothing(contest, watch);
            changes(contest, figures, watch);
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
    }

    /** Each on a new twin, which is not in the figures. */
    private void fromNothing(Contest contest, SpeedWatch watch) throws IOException {
        if (!rows.contains(SpeedRow.NOTHING)) {
            return;
        }
        for (int i = 0; i < SpeedRow.NOTHING.times(repetitions); i++) {
            for (Contestant each : turned(SpeedRow.NOTHING, i)) {
                if (!watch.isGone(each)) {
                    contest.begin();
                    watch.run(SpeedRow.NOTHING, each, Change.NONE, 0);
                }
            }
        }
    }

    /** On one cluster that all states agree with, and that each contestant leaves as it found it. */
    private void changes(Contest contest, SpeedFigures figures, SpeedWatch watch) throws IOException {
        var mine = rows.stream()
                .filter(row -> row != SpeedRow.NOTHING && (size <= LARGE || !row.isUp()))
                .toList();
        if (mine.isEmpty()) {
            return;
        }
        contest.begin();
        contest.bringUp();
        contest.export();
        for (Contestant each : List.of(Contestant.TYPESCRIPT, Contestant.GO)) {
            if (contestants().stream().anyMatch(any -> any.isSdk() && any.isTypescript() == each.isTypescript())) {
                contest.adopt(each);
            }
        }
        for (SpeedRow row : mine) {
            figures.changed(row, contest.changed(row.change()));
        }
        for (int i = 0; i < repetitions; i++) {
            for (SpeedRow row : mine) {
                if (i < row.times(repetitions)) {
                    round(contest, watch, row, i);
                }
            }
        }
    }

    private void round(Contest contest, SpeedWatch watch, SpeedRow row, int number) throws IOException {
        int changed = contest.changed(row.change());
        for (Contestant each : turned(row, number)) {
            if (each == Contestant.FACILITY) {
                // The others may have written since, by the same name: that is looked at anew once, and not what is
                // measured.
                contest.bringUp();
            }
            watch.run(row, each, row.change(), changed);
            if (row.isUp()) {
                // The way back is as many changes.
                watch.run(row, each, Change.NONE, changed);
            }
        }
    }

    private List<Contestant> contestants() {
        return contestants.stream()
                .filter(each -> size <= LARGE || each == Contestant.KUBECTL || each == Contestant.FACILITY)
                .toList();
    }

    /** Another one begins each time: what the first does for the others is then no advantage of any. */
    private List<Contestant> turned(SpeedRow row, int number) {
        var turned = new ArrayList<>(
                contestants().stream().filter(each -> each.runs(row)).toList());
        Collections.rotate(turned, number);
        return turned;
    }

    private void write(String command) throws IOException {
        var conditions = SpeedConditions.lines(command, repetitions, before + " before, " + load() + " after");
        Files.writeString(TABLE, SpeedReport.of(conditions, sizes));
        Files.createDirectories(PICTURE.getParent());
        Files.writeString(PICTURE, SpeedPicture.of(sizes));
    }

    static int smallest() {
        return SMALLEST;
    }

    static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    private static String load() {
        try {
            return Machine.load();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
