package cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import house.CiFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The pipelines that a team uses as they stand say only what the command line takes. */
class CiFilesTest {
    private static final String GITLAB = ".gitlab-ci.yml";
    private static final String GITHUB = ".github/workflows/facility.yml";

    /** Commands whose words are files that others have written. */
    private static final Set<String> READERS = Set.of("render", "post");

    private final CommandLine line = Main.commandLine(new Project(Path.of(".").toAbsolutePath()));

    @ParameterizedTest
    @ValueSource(strings = {GITLAB, GITHUB})
    void each_command_line_is_one_that_is_taken(String file) {
        var seen = new HashSet<String>();
        for (JsonNode job : CiFile.of(file).jobs().values()) {
            for (String environment : List.of("dev", "prod")) {
                for (List<String> words : CiFile.commands(job, environment)) {
                    seen.add(words.get(0));
                    assertThatCode(() -> line.parseArgs(words.toArray(String[]::new)))
                            .as("%s: ./facility %s", file, String.join(" ", words))
                            .doesNotThrowAnyException();
                }
            }
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "check", "differences", "drift", "policy", "preview", "render", "post", "up");
    }

    @ParameterizedTest
    @ValueSource(strings = {GITLAB, GITHUB})
    void the_shell_reads_each_script(String file) throws IOException, InterruptedException {
        for (JsonNode job : CiFile.of(file).jobs().values()) {
            for (String script : CiFile.scripts(job)) {
                Process shell = new ProcessBuilder("bash", "-n")
                        .redirectErrorStream(true)
                        .start();
                try (var in = shell.getOutputStream()) {
                    in.write(script.getBytes(StandardCharsets.UTF_8));
                }
                String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(shell.waitFor()).as("%s: %s%n%s", file, script, said).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {GITLAB, GITHUB})
    void what_a_command_reads_another_has_written(String file) {
        for (String environment : List.of("dev", "prod")) {
            var written = new HashSet<String>();
            var read = new ArrayList<String>();
            for (JsonNode job : CiFile.of(file).jobs().values()) {
                for (List<String> words : CiFile.commands(job, environment)) {
                    int out = words.indexOf("--out");
                    if (out >= 0) {
                        assertThat(written.add(words.get(out + 1))
                                        || words.get(out + 1).endsWith(".txt"))
                                .as("written once: %s", words)
                                .isTrue();
                    }
                    if (READERS.contains(words.get(0))) {
                        words.stream()
                                .skip(1)
                                .takeWhile(word -> !word.startsWith("--"))
                                .filter(word -> word.contains(environment))
                                .forEach(read::add);
                    }
                }
            }
            assertThat(read).isNotEmpty();
            assertThat(written).containsAll(read);
        }
    }

    @Test
    void each_report_that_gitlab_is_to_read_is_written_by_its_job() {
        int reports = 0;
        for (JsonNode job : CiFile.of(GITLAB).jobs().values()) {
            List<String> outs = CiFile.commands(job, "dev").stream()
                    .filter(words -> words.contains("--out"))
                    .map(words -> words.get(words.indexOf("--out") + 1))
                    .toList();
            for (JsonNode report : job.path("artifacts").path("reports")) {
                if (report.isTextual()) {
                    assertThat(outs).contains(CiFile.filled(report.asText(), "dev"));
                    reports++;
                }
            }
        }
        assertThat(reports).isEqualTo(4);
    }

    @Test
    void gitlabs_jobs_name_stages_and_jobs_that_there_are() {
        var file = CiFile.of(GITLAB);
        var stages = new ArrayList<String>();
        file.content().path("stages").forEach(stage -> stages.add(stage.asText()));
        Map<String, JsonNode> jobs = file.jobs();
        jobs.forEach((name, job) -> {
            assertThat(stages).as(name).contains(job.path("stage").asText());
            job.path("needs").forEach(need -> assertThat(jobs).containsKey(need.asText()));
            if (job.has("extends")) {
                assertThat(file.content().has(job.path("extends").asText()))
                        .as(name)
                        .isTrue();
            }
        });
        assertThat(jobs.get("comment").path("rules").path(0).path("when").asText())
                .isEqualTo("always");
    }

    /** A schedule that brought something up, or tested for hours each hour, would be a surprise. */
    @Test
    void by_schedule_drift_is_looked_for_and_nothing_else_runs() {
        var gitLab = CiFile.of(GITLAB);
        gitLab.jobs().forEach((name, job) -> {
            JsonNode rules = job.has("rules")
                    ? job.path("rules")
                    : gitLab.content().path(job.path("extends").asText()).path("rules");
            String condition = rules.path(0).path("if").asText();
            assertThat(rules).as(name).hasSize(1);
            if (name.equals("drift")) {
                assertThat(condition).isEqualTo("$CI_PIPELINE_SOURCE == \"schedule\"");
            } else {
                assertThat(condition)
                        .as(name)
                        .containsAnyOf("!= \"schedule\"", "$CI_PIPELINE_SOURCE == \"merge_request_event\"");
            }
        });
        CiFile.of(GITHUB).jobs().forEach((name, job) -> {
            String condition = job.path("if").asText();
            if (name.equals("drift")) {
                assertThat(condition).isEqualTo("github.event_name == 'schedule'");
            } else {
                assertThat(condition)
                        .as(name)
                        .containsAnyOf(
                                "!= 'schedule'",
                                "github.event_name == 'pull_request'",
                                "github.event_name == 'workflow_dispatch'",
                                "needs.preview.result != 'skipped'");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {GITLAB, GITHUB})
    void who_comes_from_outside_meets_no_cluster_and_no_secret(String file) {
        JsonNode outside = CiFile.of(file).jobs().get("preview-from-outside");

        assertThat(outside.toString()).doesNotContain("secrets.", "cluster", "_TOKEN", "github.token");
        assertThat(outside.has("environment")).isFalse();
        assertThat(CiFile.commands(outside, "dev")).singleElement().satisfies(words -> assertThat(words)
                .startsWith("preview", "dev", "--base"));
    }

    @Test
    void only_a_person_brings_a_cluster_up() {
        var gitLab = CiFile.of(GITLAB);
        for (String name : List.of("apply-dev", "apply-prod")) {
            JsonNode job = gitLab.jobs().get(name);
            JsonNode rule = gitLab.content().path(job.path("extends").asText()).path("rules");
            assertThat(rule).hasSize(1);
            assertThat(rule.path(0).path("when").asText()).isEqualTo("manual");
            assertThat(job.path("environment").path("name").asText()).isEqualTo(name.replace("apply-", ""));
        }
        JsonNode apply = CiFile.of(GITHUB).jobs().get("apply");
        assertThat(apply.path("if").asText()).startsWith("github.event_name == 'workflow_dispatch'");
        assertThat(apply.has("environment")).isTrue();
    }

    @Test
    void githubs_values_reach_a_script_by_variables_only() {
        CiFile.of(GITHUB).jobs().values().forEach(job -> CiFile.scripts(job)
                .forEach(script -> assertThat(script).doesNotContain("${{")));
    }
}
