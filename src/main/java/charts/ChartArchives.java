package charts;

import facility.ChartSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Where charts are: a folder of the project, an archive, or a repository's archive, which is fetched once and kept under
 * its digest. An archive that is not the declared one is never rendered.
 */
public final class ChartArchives {
    private static final String REPOSITORY = "https://";

    private final Path project;
    private final Path cache;

    /** @param project the folder that relative locations start from; what is fetched is kept in its data folder */
    public ChartArchives(Path project) {
        this.project = project;
        this.cache = project.resolve(".facility").resolve("charts");
    }

    /**
     * The chart's folder or archive on this machine.
     *
     * @param chart the chart's name in a repository
     * @param path the path of the declaration that names the source, for the fault
     * @throws ChartException when it is not there, cannot be fetched, or is another one than declared
     */
    Path locate(String chart, ChartSource source, String path) throws ChartException {
        if (source.location().startsWith(REPOSITORY)) {
            return fetched(chart, source, path);
        }
        Path here = project.resolve(source.location());
        boolean archive = source.location().endsWith(".tgz");
        if (!(archive ? Files.isRegularFile(here) : Files.isRegularFile(here.resolve("Chart.yaml")))) {
            throw new ChartException(
                    path + ".location",
                    "is no chart",
                    "\"" + source.location() + "\"",
                    "a folder with a Chart.yaml, a .tgz file, or a repository by https://",
                    "correct the location; it starts from the project's folder");
        }
        if (archive) {
            verify(read(here), source, path);
        }
        return here;
    }

    /** Where it is kept what the chart renders to for these words; empty in a folder that has no data yet, and is to get none. */
    Optional<KeptRendering> rendering(Path chart, List<String> words) {
        if (!Files.isDirectory(project.resolve(".facility"))) {
            return Optional.empty();
        }
        return KeptRendering.of(cache.resolve("rendered"), chart, words, Clock.systemUTC());
    }

    private Path fetched(String chart, ChartSource source, String path) throws ChartException {
        String digest = source.digest().orElseThrow();
        Path kept = cache.resolve(digest.substring(digest.indexOf(':') + 1) + ".tgz");
        if (Files.isRegularFile(kept)) {
            verify(read(kept), source, path);
            return kept;
        }
        try {
            byte[] archive = new ChartRepository(source.location())
                    .archive(chart, source.version().orElseThrow());
            verify(archive, source, path);
            keep(archive, kept);
            return kept;
        } catch (IOException e) {
            throw new ChartException(
                    path + ".location",
                    "gives no chart: " + reason(e),
                    "\"" + source.location() + "\"",
                    "a repository that answers, with " + chart + " "
                            + source.version().orElse(""),
                    "correct location or version, or name a .tgz file");
        }
    }

    private static void verify(byte[] archive, ChartSource source, String path) throws ChartException {
        Optional<String> declared = source.digest();
        String actual = "sha256:" + hex(archive);
        if (declared.isPresent() && !declared.get().equals(actual)) {
            throw new ChartException(
                    path + ".digest",
                    "is another archive's",
                    "\"" + declared.get() + "\"",
                    "this one is " + actual,
                    "find out why it differs before you declare the new digest");
        }
    }

    /** Written aside and renamed: a cut-off run leaves no broken archive. */
    private void keep(byte[] archive, Path kept) throws IOException {
        Files.createDirectories(cache);
        Path aside = Files.createTempFile(cache, "chart", ".part");
        Files.write(aside, archive);
        Files.move(aside, kept, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
