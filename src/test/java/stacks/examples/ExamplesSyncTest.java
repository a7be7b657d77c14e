package stacks.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that brings the examples, with the real git; a repository on this machine in place of a host's. */
class ExamplesSyncTest {
    private static final Path PROGRAM =
            Path.of("src/main/resources/stacks/examples/examples_sync.sh").toAbsolutePath();
    private static final String UNKNOWN = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Path repository;
    private Path volume;
    private String first;
    private String second;

    private record Ended(int exit, String said) {}

    @BeforeEach
    void twoCommits() throws Exception {
        volume = Files.createDirectories(folder.resolve("volume"));
        repository = Files.createDirectories(folder.resolve("repository"));
        git("init", "-q");
        first = commit("first");
        second = commit("second");
    }

    @Test
    void the_declared_commit_is_brought_and_not_the_branchs_newest() throws Exception {
        var ended = sync(line("dune", first));

        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(notebook("dune")).hasContent("first");
        assertThat(volume.resolve("dune/notebooks/.git")).doesNotExist();
    }

    @Test
    void what_is_there_is_not_fetched_again() throws Exception {
        sync(line("dune", first));
        Files.move(repository, folder.resolve("away"));

        var ended = sync(line("dune", first));

        assertThat(ended.exit()).isZero();
        assertThat(ended.said()).isEqualTo("dune: " + first + " is there\n");
    }

    @Test
    void another_commit_takes_its_place_and_leaves_nothing_of_the_older_one() throws Exception {
        sync(line("dune", first));

        var ended = sync(line("dune", second));

        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(notebook("dune")).hasContent("second");
        try (var left = Files.list(volume.resolve("dune"))) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("notebooks", "." + second);
        }
    }

    @Test
    void a_commit_that_cannot_be_had_keeps_what_was_there_and_holds_nobody_else_up() throws Exception {
        sync(line("dune", first));

        var ended = sync(line("dune", UNKNOWN) + line("fife", second));

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.said()).contains("dune: could not bring " + UNKNOWN, "fife: brought " + second);
        assertThat(notebook("dune")).hasContent("first");
        assertThat(notebook("fife")).hasContent("second");
        assertThat(volume.resolve("dune/.new")).doesNotExist();
    }

    @Test
    void a_run_that_was_cut_off_half_way_is_made_up_for() throws Exception {
        Files.createDirectories(volume.resolve("dune/.new/half"));
        Files.createDirectories(volume.resolve("dune/." + first));
        Files.createSymbolicLink(volume.resolve("dune/.link"), Path.of("." + first));

        var ended = sync(line("dune", first));

        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(notebook("dune")).hasContent("first");
    }

    private Path notebook(String name) {
        return volume.resolve(name).resolve("notebooks/start.ipynb");
    }

    private String line(String name, String commit) {
        return name + " file://" + repository + " " + commit + "\n";
    }

    private String commit(String text) throws Exception {
        Files.writeString(repository.resolve("start.ipynb"), text);
        git("add", ".");
        git("-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "-q", "-m", text);
        return git("rev-parse", "HEAD").strip();
    }

    private String git(String... words) throws Exception {
        var all = new ArrayList<>(List.of("git", "-C", repository.toString()));
        all.addAll(List.of(words));
        var ended = run(all, "");
        assertThat(ended.exit()).as(ended.said()).isZero();
        return ended.said();
    }

    private Ended sync(String list) throws Exception {
        return run(List.of("sh", PROGRAM.toString(), volume.toString()), list);
    }

    private Ended run(List<String> words, String input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
