package charts;

import com.marcnuri.helm.Helm;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a chart rendered to for the same inputs before, so that most commands need not load Helm: its library is 94 MB, and
 * unpacking it costs more than everything else of a check. The file's name is the digest of every input: the chart's bytes,
 * its values, names, versions, and the day, for a chart may ask the clock. Only what two renderings agree on is kept: a
 * chart that draws something at random draws anew each time, and is seen to.
 */
final class KeptRendering {
    private final Path folder;
    private final Path file;

    private KeptRendering(Path folder, String key) {
        this.folder = folder;
        this.file = folder.resolve(key + ".yaml");
    }

    /**
     * Of these inputs; empty when a file of the chart cannot be read, which Helm then says.
     *
     * @param folder where renderings lie; need not exist
     * @param chart its folder or archive
     * @param words whatever else it is rendered for, the values included
     */
    static Optional<KeptRendering> of(Path folder, Path chart, List<String> words, Clock clock) {
        String day = LocalDate.now(clock).toString();
        var bytes = new ByteArrayOutputStream();
        try (var inputs = new DataOutputStream(bytes)) {
            write(inputs, library());
            for (String word : words) {
                write(inputs, word);
            }
            for (Path file : files(chart)) {
                write(inputs, chart.relativize(file).toString());
                write(inputs, Files.readAllBytes(file));
            }
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
        return Optional.of(new KeptRendering(folder, day + "-" + ChartArchives.hex(bytes.toByteArray())));
    }

    Optional<String> text() {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Written aside and renamed, so that nobody reads half of it; what other days left is removed. */
    void keep(String text) {
        try {
            Files.createDirectories(folder);
            removeOtherDays();
            Path aside = Files.createTempFile(folder, "rendering", ".part");
            Files.writeString(aside, text);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException readOnly) {
            // Nothing is lost but time: the next command renders again.
        }
    }

    private void removeOtherDays() throws IOException {
        String day = file.getFileName().toString().substring(0, "2000-01-01".length());
        try (Stream<Path> kept = Files.list(folder)) {
            for (Path old : kept.filter(each -> each.toString().endsWith(".yaml"))
                    .filter(each -> !each.getFileName().toString().startsWith(day))
                    .toList()) {
                Files.deleteIfExists(old);
            }
        }
    }

    /** Its jar's name, which has its version: another Helm may render otherwise. */
    private static String library() {
        return Path.of(Helm.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getFileName()
                .toString();
    }

    /** Links are followed, as Helm does. */
    private static List<Path> files(Path chart) throws IOException {
        try (Stream<Path> walk = Files.walk(chart, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void write(DataOutputStream inputs, String word) throws IOException {
        write(inputs, word.getBytes(StandardCharsets.UTF_8));
    }

    /** With its length before it, so that no two lists of inputs are the same bytes. */
    private static void write(DataOutputStream inputs, byte[] bytes) throws IOException {
        inputs.writeInt(bytes.length);
        inputs.write(bytes);
    }
}
