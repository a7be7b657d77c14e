package posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubCommentsTest {
    private static final String MERGE = "fedcba9876543210fedcba9876543210fedcba98";
    private static final String HEAD = "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd";

    private final GitHubServer server = new GitHubServer();
    private final TestTime time = new TestTime();

    @AfterEach
    void stop() {
        server.close();
    }

    private Host host() {
        return Host.of(server.variables(), time.patience(Duration.ofMinutes(10)));
    }

    private GitHubServer.Comment comment() {
        assertThat(server.written()).hasSize(1);
        return server.written().get(0);
    }

    @Test
    void the_first_post_makes_one_comment_and_the_second_edits_it() {
        Posted first = host().post(Reviews.green());
        int id = comment().id;
        Posted second = host().post(Reviews.failed());

        assertThat(first.change()).isEqualTo(Posted.Change.CREATED);
        assertThat(first.address())
                .hasToString("Optional[https://github.com/lab/declaration/pull/11#issuecomment-" + id + "]");
        assertThat(second.change()).isEqualTo(Posted.Change.EDITED);
        assertThat(comment().id).isEqualTo(id);
        assertThat(comment().body).contains("### The preview failed: dev").doesNotContain("All is well");
        assertThat(server.statuses.get(MERGE))
                .extracting(status -> status.get("state"))
                .containsExactly("success", "failure");
    }

    @Test
    void ours_is_found_behind_250_other_comments() {
        for (int i = 0; i < 250; i++) {
            server.add(GitHubServer.PERSON, "What about line " + i + "?");
        }
        host().post(Reviews.green());
        host().post(Reviews.failed());

        assertThat(comment().body).contains("NO CLUSTER");
    }

    @Test
    void what_looks_like_ours_is_left_alone() {
        host().post(Reviews.green());
        String ours = comment().body;
        server.comments.clear();
        var others = List.of(
                server.add(GitHubServer.ACTIONS_BOT, ours.replace("environments=dev,prod", "environments=dev,prod2")),
                server.add(GitHubServer.ACTIONS_BOT, ours.replace("analysis-facility", "analysis")),
                server.add(GitHubServer.PERSON, ours),
                server.add(GitHubServer.PERSON, "> " + ours));
        var before = others.stream().map(each -> each.body).toList();

        host().post(Reviews.green());

        assertThat(others.stream().map(each -> each.body)).isEqualTo(before);
        assertThat(server.comments).hasSize(5);
    }

    @Test
    void a_persons_token_finds_what_that_person_posted_and_nothing_of_the_bots() {
        host().post(Reviews.green());
        var variables = new HashMap<>(server.variables());
        variables.put("GITHUB_TOKEN", GitHubServer.OF_A_PERSON);
        var patience = time.patience(Duration.ofMinutes(10));

        assertThat(Host.of(variables, patience).post(Reviews.green()).change()).isEqualTo(Posted.Change.CREATED);
        assertThat(Host.of(variables, patience).post(Reviews.failed()).change()).isEqualTo(Posted.Change.EDITED);

        assertThat(server.written()).hasSize(2);
        assertThat(server.written().get(0).body).contains("All is well");
        assertThat(server.written().get(1).body).contains("NO CLUSTER");
    }

    @Test
    void the_status_is_of_the_last_commit_that_the_event_names(@TempDir Path folder) throws IOException {
        Path event = folder.resolve("event.json");
        Files.writeString(event, "{\"pull_request\": {\"number\": 11, \"head\": {\"sha\": \"" + HEAD + "\"}}}");
        var variables = new HashMap<>(server.variables());
        variables.put("GITHUB_EVENT_PATH", event.toString());
        variables.put("GITHUB_REF", "refs/heads/other");

        Host.of(variables, time.patience(Duration.ofMinutes(10))).post(Reviews.dangerous(HEAD));

        assertThat(server.statuses).containsOnlyKeys(HEAD);
        assertThat(server.statuses.get(HEAD).get(0))
                .containsEntry("state", "success")
                .containsEntry("context", "facility/analysis-facility/dev,prod")
                .containsEntry("description", "2 dangers (dev: changes, prod: changes)")
                .containsEntry(
                        "target_url", "https://github.com/lab/declaration/pull/11" + "#issuecomment-" + comment().id);
    }

    @Test
    void a_long_verdict_does_not_make_a_description_that_github_refuses() {
        host().post(Reviews.of(Reviews.COMMIT, "", Reviews.row("dev", "refused because ".repeat(20), 0, 4)));

        assertThat(server.statuses.get(MERGE).get(0)).containsEntry("description", "Not to be applied: dev");
    }

    @Test
    void a_report_beyond_the_limit_is_not_cut_and_both_figures_are_named() {
        host().post(Reviews.saying("green\n"));

        assertThatThrownBy(() -> host().post(Reviews.saying("a".repeat(70_000))))
                .isInstanceOf(PostingException.class)
                .hasMessageMatching(
                        "comment: has 70\\d{3} bytes, and a comment on GitHub may have 65536; only its table"
                                + " was posted; .*");
        assertThat(comment().body)
                .contains("| dev | changes |")
                .doesNotContain("aaaa")
                .doesNotContain("green");
        assertThat(server.statuses.get(MERGE)).hasSize(2);
    }

    @Test
    void a_report_that_fills_the_room_is_taken() {
        Host host = host();
        host.post(Reviews.saying("a".repeat(host.room(Reviews.saying("")))));

        assertThat(comment().body).hasSize(65_536);
    }

    @Test
    void a_job_without_the_permission_is_told_which() {
        server.trouble(
                asked -> asked.method().equals("POST"),
                2,
                any -> Reply.message(403, "Resource not accessible by integration"));

        assertThatThrownBy(() -> host().post(Reviews.green()))
                .hasMessageContaining("/issues/11/comments at GitHub, 127.0.0.1:")
                .hasMessageContaining("give the job the permissions pull-requests: write and statuses: write")
                .hasMessageContaining("it says: Resource not accessible by integration");
    }
}
