package posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GitLabNotesTest {
    private final GitLabServer server = new GitLabServer();
    private final TestTime time = new TestTime();

    @AfterEach
    void stop() {
        server.close();
    }

    private Host host() {
        return Host.of(server.variables(), time.patience(Duration.ofMinutes(10)));
    }

    private GitLabServer.Discussion comment() {
        assertThat(server.written("review")).hasSize(1);
        return server.written("review").get(0);
    }

    private GitLabServer.Discussion thread() {
        assertThat(server.written("danger")).hasSize(1);
        return server.written("danger").get(0);
    }

    @Test
    void the_first_post_makes_one_note_with_a_row_for_each_environment() {
        Posted posted = host().post(Reviews.green());

        assertThat(posted.change()).isEqualTo(Posted.Change.CREATED);
        assertThat(posted.address())
                .hasToString("Optional[https://gitlab.example.org/facility/declaration/-/merge_requests/11#note_"
                        + comment().note + "]");
        assertThat(comment().individual).isTrue();
        assertThat(comment().body)
                .startsWith("<!-- facility:review project=analysis-facility environments=dev,prod -->\n")
                .contains("\n| dev | changes | 3 to create, 1 to update | 0 | 0 | [report](")
                .contains("\n| prod | nothing changes |")
                .endsWith("All is well.\n");
        assertThat(server.written("danger")).isEmpty();
    }

    @Test
    void the_second_post_edits_the_same_note() {
        host().post(Reviews.green());
        int first = comment().note;
        Posted posted = host().post(Reviews.saying("other").saying("Other words.\n"));
        assertThat(posted.change()).isEqualTo(Posted.Change.CREATED);

        posted = host().post(Reviews.of(
                Reviews.NEXT_COMMIT,
                "New words.\n",
                Reviews.row("prod", "changes", 0, 0),
                Reviews.row("dev", "changes", 0, 0)));

        assertThat(posted.change()).isEqualTo(Posted.Change.EDITED);
        assertThat(server.written("review")).hasSize(2);
        assertThat(server.written("review").get(0).note).isEqualTo(first);
        assertThat(server.written("review").get(0).body).endsWith("New words.\n");
        assertThat(server.written("review").get(1).body).endsWith("Other words.\n");
    }

    @Test
    void ours_is_found_behind_250_other_notes() {
        for (int i = 0; i < 250; i++) {
            server.add(GitLabServer.PERSON, i % 3 != 0, "What about line " + i + "?");
        }
        host().post(Reviews.green());
        host().post(Reviews.failed());

        assertThat(comment().body).contains("NO CLUSTER");
        assertThat(server.asked("GET").stream().filter(each -> each.number("page", 0) == 3))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void what_looks_like_ours_is_left_alone() {
        host().post(Reviews.green());
        String ours = comment().body;
        server.discussions.clear();
        var others = List.of(
                server.add(GitLabServer.BOT, true, ours.replace("environments=dev,prod", "environments=dev,prod2")),
                server.add(GitLabServer.BOT, true, ours.replace("environments=dev,prod", "environments=dev")),
                server.add(GitLabServer.BOT, true, ours.replace("project=analysis-facility", "project=analysis")),
                server.add(GitLabServer.BOT, true, "> " + ours.replace("\n", "\n> ")),
                server.add(GitLabServer.PERSON, true, ours),
                server.add(GitLabServer.PERSON, true, "Look at this:\n" + ours));
        var before = others.stream().map(each -> each.body).toList();

        Posted posted = host().post(Reviews.green());

        assertThat(posted.change()).isEqualTo(Posted.Change.CREATED);
        assertThat(others.stream().map(each -> each.body)).isEqualTo(before);
        assertThat(server.discussions).hasSize(7);
    }

    @Test
    void a_failed_preview_overwrites_the_green_note() {
        host().post(Reviews.green());
        host().post(Reviews.failed());

        assertThat(comment().body)
                .contains("### The preview failed: dev")
                .contains("| dev | failed |")
                .doesNotContain("All is well");
        assertThat(server.statuses).extracting(status -> status.get("state")).containsExactly("success", "failed");
    }

    @Test
    void danger_opens_a_thread_that_is_resolved_when_it_is_gone_and_opened_when_it_comes_back() {
        host().post(Reviews.dangerous(Reviews.COMMIT));
        assertThat(thread().individual).isFalse();
        assertThat(thread().resolved).isFalse();
        assertThat(thread().body)
                .contains("2 dangers at commit " + Reviews.COMMIT)
                .contains("dev: 0, prod: 2");
        assertThat(comment().body).contains("### 2 dangers");

        host().post(Reviews.green());
        assertThat(thread().resolved).isTrue();
        assertThat(thread().body).contains("no danger any more");

        host().post(Reviews.dangerous(Reviews.NEXT_COMMIT));
        assertThat(thread().resolved).isFalse();
        assertThat(thread().body).contains(Reviews.NEXT_COMMIT);
    }

    @Test
    void a_thread_that_a_person_resolved_stays_so_for_the_same_commit_only() {
        host().post(Reviews.dangerous(Reviews.COMMIT));
        thread().resolved = true;

        host().post(Reviews.dangerous(Reviews.COMMIT));
        assertThat(thread().resolved).isTrue();

        host().post(Reviews.dangerous(Reviews.NEXT_COMMIT));
        assertThat(thread().resolved).isFalse();
    }

    @Test
    void a_failed_preview_does_not_say_that_the_danger_is_gone() {
        host().post(Reviews.dangerous(Reviews.COMMIT));
        host().post(Reviews.failed());

        assertThat(thread().resolved).isFalse();
        assertThat(thread().body).contains("2 dangers");
    }

    @Test
    void a_thread_cut_off_between_opening_and_editing_is_opened_by_the_next_run() {
        host().post(Reviews.dangerous(Reviews.COMMIT));
        host().post(Reviews.green());
        server.trouble(
                asked -> asked.path().endsWith("/notes/" + thread().note),
                1,
                any -> Reply.message(403, "403 Forbidden"));
        assertThatThrownBy(() -> host().post(Reviews.dangerous(Reviews.NEXT_COMMIT)))
                .isInstanceOf(PostingException.class);
        thread().resolved = true;

        host().post(Reviews.dangerous(Reviews.NEXT_COMMIT));
        assertThat(thread().resolved).isFalse();
    }

    @Test
    void the_status_names_the_comment_and_the_pipeline() {
        host().post(Reviews.dangerous(Reviews.COMMIT));

        assertThat(server.statuses).hasSize(1);
        assertThat(server.statuses.get(0))
                .containsEntry("state", "success")
                .containsEntry("name", "facility/analysis-facility/dev,prod")
                .containsEntry("description", "2 dangers (dev: changes, prod: changes)")
                .containsEntry("pipeline_id", "77")
                .containsEntry(
                        "target_url",
                        "https://gitlab.example.org/facility/declaration/-/merge_requests/11#note_" + comment().note);
    }

    @Test
    void a_second_note_of_two_jobs_at_once_does_not_stay() {
        host().post(Reviews.green());
        server.add(GitLabServer.BOT, true, comment().body);
        assertThat(server.written("review")).hasSize(2);

        host().post(Reviews.failed());

        assertThat(comment().body).contains("NO CLUSTER");
    }

    @Test
    void a_note_that_somebody_deletes_meanwhile_is_made_again() {
        host().post(Reviews.green());
        server.trouble(asked -> asked.method().equals("PUT"), 1, any -> {
            server.discussions.clear();
            return Reply.message(404, "404 Note Not Found");
        });

        assertThat(host().post(Reviews.failed()).change()).isEqualTo(Posted.Change.CREATED);
        assertThat(comment().body).contains("NO CLUSTER");
    }

    @Test
    void a_report_beyond_the_limit_is_not_cut_and_both_figures_are_named() {
        host().post(Reviews.saying("green\n"));

        assertThatThrownBy(() -> host().post(Reviews.saying("é".repeat(600_000))))
                .isInstanceOf(PostingException.class)
                .hasMessageMatching("comment: has 1200\\d{3} bytes, and a comment on GitLab may have 1000000; only its"
                        + " table was posted; .*");

        assertThat(comment().body)
                .contains("| dev | changes |")
                .contains("bytes, and a comment on GitLab may have 1000000")
                .doesNotContain("é")
                .doesNotContain("green");
    }

    @Test
    void a_report_that_fills_the_room_is_taken() {
        Host host = host();
        Review review = Reviews.saying("a".repeat(host.room(Reviews.saying(""))));

        host.post(review);

        assertThat(comment().body).hasSize(1_000_000);
    }

    @Test
    void a_line_that_gitlab_would_carry_out_is_only_shown() {
        host().post(Reviews.saying("Words.\n/merge\n/close\n| /home/x |\n"));

        assertThat(comment().body).contains("\n /merge\n /close\n| /home/x |\n");
    }

    @Test
    void a_token_that_may_only_read_is_said_once_for_each_thing_that_was_not_said() {
        var variables = new HashMap<>(server.variables());
        variables.put("GITLAB_TOKEN", GitLabServer.READ_ONLY);

        assertThatThrownBy(() -> Host.of(variables, time.patience(Duration.ofMinutes(10)))
                        .post(Reviews.dangerous(Reviews.COMMIT)))
                .isInstanceOfSatisfying(
                        PostingException.class,
                        failure -> assertThat(failure.faults())
                                .satisfiesExactly(
                                        note -> assertThat(note)
                                                .startsWith("POST /projects/5/merge_requests/11/notes at GitLab,"),
                                        thread -> assertThat(thread).contains("/discussions at GitLab,"),
                                        status -> assertThat(status)
                                                .contains("/statuses/")
                                                .endsWith(
                                                        "the token may not do this; GITLAB_TOKEN needs the scope api and the"
                                                                + " role Developer in the project (403); it says: insufficient_scope")));
    }

    @Test
    void a_status_that_is_refused_does_not_take_the_comment_with_it() {
        server.trouble(asked -> asked.path().contains("/statuses/"), 1, any -> Reply.message(403, "403 Forbidden"));

        assertThatThrownBy(() -> host().post(Reviews.failed()))
                .hasMessageContaining("/statuses/")
                .hasMessageContaining("(403)");
        assertThat(comment().body).contains("NO CLUSTER");
    }

    @Test
    void a_merge_request_that_is_not_there_is_said() {
        var variables = new HashMap<>(server.variables());
        variables.put("CI_MERGE_REQUEST_IID", "12");

        assertThatThrownBy(() -> Host.of(variables, time.patience(Duration.ofMinutes(10)))
                        .post(Reviews.green()))
                .hasMessageContaining("/merge_requests/12/discussions")
                .hasMessageContaining("there is no such thing, or the token may not see it")
                .hasMessageContaining("(404)");
    }
}
