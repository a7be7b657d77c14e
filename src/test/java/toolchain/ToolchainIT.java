package toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real builds of the smallest program, into a cache of the test's own. */
class ToolchainIT {
    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    @TempDir
    Path cache;

    @TempDir
    Path programs;

    @Test
    void two_runs_at_once_build_once() throws Exception {
        Process first = start(System.getenv("PATH"));
        Process second = start(System.getenv("PATH"));
        var said = List.of(output(first), output(second));
        assertThat(List.of(first.waitFor(), second.waitFor()))
                .as(said.toString())
                .containsExactly(0, 0);
        assertThat(said).anyMatch(text -> text.contains("built now")).anyMatch(text -> text.contains("built before"));
        assertThat(programsInCache()).hasSize(1);
    }

    @Test
    void a_build_that_is_cut_off_leaves_nothing_that_looks_like_a_program() throws Exception {
        Process run = start(System.getenv("PATH"));
        while (run.isAlive()
                && run.descendants()
                        .noneMatch(child -> child.info().command().orElse("").contains("/go"))) {
            Thread.onSpinWait();
        }
        run.descendants().forEach(ProcessHandle::destroyForcibly);
        run.destroyForcibly().waitFor();
        assertThat(programsInCache()).isEmpty();

        Process next = start(System.getenv("PATH"));
        assertThat(output(next)).contains("built now");
        assertThat(next.waitFor()).isZero();
    }

    @Test
    void a_program_of_another_version_on_path_is_not_taken() throws Exception {
        fake("kwok", "echo 'kwok version v0.4.0 go1.20 (linux/amd64)'");
        Process run = start(programs + ":" + System.getenv("PATH"));
        assertThat(output(run)).contains("built now");
        assertThat(run.waitFor()).isZero();
    }

    @Test
    void a_missing_go_is_one_sentence() throws Exception {
        Process run = start(programs.toString());
        assertThat(output(run)).isEqualTo("no go on PATH; install Go, version 1.25 or newer\n");
        assertThat(run.waitFor()).isEqualTo(1);
    }

    @Test
    void an_old_go_is_one_sentence() throws Exception {
        fake("go", "echo go1.21.3");
        Process run = start(programs.toString());
        assertThat(output(run)).isEqualTo("go1.21.3 on PATH is too old; install Go, version 1.25 or newer\n");
        assertThat(run.waitFor()).isEqualTo(1);
    }

    private void fake(String name, String body) throws IOException {
        Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process start(String path) throws IOException {
        var builder =
                new ProcessBuilder(JAVA, "-cp", System.getProperty("java.class.path"), ResolveOne.class.getName());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("FACILITY_TOOLCHAIN_CACHE", cache.toString());
        builder.environment().put("PATH", path);
        return builder.start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private List<Path> programsInCache() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.getFileName().toString().equals("kwok"))
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains(".building-"))
                    .toList();
        }
    }
}
