package posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A branch has one open merge request, however often and by how many it is proposed. */
class ProposalsTest {
    private static final String BRANCH = "promote/prod-fedcba987654";

    private final GitLabServer gitLab = new GitLabServer();
    private final GitHubServer gitHub = new GitHubServer();
    private final TestTime time = new TestTime();

    @BeforeEach
    void push() {
        gitLab.proposed.branches.add(BRANCH);
        gitHub.proposed.branches.add(BRANCH);
    }

    @AfterEach
    void stop() {
        gitLab.close();
        gitHub.close();
    }

    private Proposals of(Map<String, String> variables) {
        return Proposals.of(variables, time.patience(Duration.ofMinutes(10))).orElseThrow();
    }

    private static Proposal saying(String text) {
        return new Proposal(BRANCH, "main", "Promote prod to 0123456789ab", text);
    }

    private static Map<String, String> without(Map<String, String> variables, String name) {
        var all = new HashMap<>(variables);
        all.remove(name);
        return all;
    }

    @Test
    void the_first_opens_it_and_the_second_brings_it_up_to_date() {
        for (HostServer server : new HostServer[] {gitLab, gitHub}) {
            var state = server == gitLab ? gitLab.proposed : gitHub.proposed;
            var host = of(server == gitLab ? gitLab.variables() : gitHub.variables());
            state.add("another", "main", "Another", "another");
            state.add(BRANCH, "release", "Elsewhere", "elsewhere");
            state.add(BRANCH, "main", "Before", "merged long ago").open = false;

            Posted first = host.propose(saying("3 to create\n"));
            Posted second = host.propose(saying("4 to create\n"));

            assertThat(first.change()).isEqualTo(Posted.Change.CREATED);
            assertThat(second.change()).isEqualTo(Posted.Change.EDITED);
            assertThat(first.address().orElseThrow().toString()).endsWith("/14");
            assertThat(second.address()).isEqualTo(first.address());
            assertThat(state.all).hasSize(4);
            assertThat(state.all.get(3).text).isEqualTo("4 to create\n");
            assertThat(state.all.get(3).title).isEqualTo("Promote prod to 0123456789ab");
            assertThat(state.all.subList(0, 3)).noneMatch(each -> each.text.contains("to create"));
        }
    }

    @Test
    void an_answer_that_was_lost_opens_no_second_one() {
        for (HostServer server : new HostServer[] {gitLab, gitHub}) {
            server.lostAnswer(asked -> asked.method().equals("POST"), 1);
        }
        assertThat(of(gitLab.variables()).propose(saying("a")).change()).isEqualTo(Posted.Change.EDITED);
        assertThat(of(gitHub.variables()).propose(saying("a")).change()).isEqualTo(Posted.Change.EDITED);
        assertThat(gitLab.proposed.all).hasSize(1);
        assertThat(gitHub.proposed.all).hasSize(1);
    }

    /** Between the look and the opening another run opens it: 409 at GitLab, 422 at GitHub. */
    @Test
    void one_that_another_run_opens_meanwhile_is_found() {
        for (HostServer server : new HostServer[] {gitLab, gitHub}) {
            server.trouble(asked -> asked.method().equals("GET"), 1, asked -> Reply.plain(200, "[]"));
        }
        gitLab.proposed.add(BRANCH, "main", "Theirs", "theirs");
        gitHub.proposed.add(BRANCH, "main", "Theirs", "theirs");
        assertThat(of(gitLab.variables()).propose(saying("a")).change()).isEqualTo(Posted.Change.EDITED);
        assertThat(of(gitHub.variables()).propose(saying("a")).change()).isEqualTo(Posted.Change.EDITED);
        assertThat(gitLab.proposed.all).hasSize(1);
        assertThat(gitHub.proposed.all).hasSize(1);
    }

    @Test
    void a_branch_that_was_not_pushed_is_said_in_the_hosts_words() {
        gitLab.proposed.branches.remove(BRANCH);
        gitHub.proposed.branches.remove(BRANCH);
        assertThatThrownBy(() -> of(gitLab.variables()).propose(saying("a")))
                .isInstanceOf(PostingException.class)
                .hasMessageContaining("(400)")
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> of(gitHub.variables()).propose(saying("a")))
                .isInstanceOf(PostingException.class)
                .hasMessageContaining("(422)")
                .hasMessageContaining("head is invalid");
    }

    @Test
    void a_token_without_the_right_is_told_which_and_never_shown() {
        var reading = new HashMap<>(gitLab.variables());
        reading.put("GITLAB_TOKEN", GitLabServer.READ_ONLY);
        assertThatThrownBy(() -> of(reading).propose(saying("a")))
                .hasMessageContaining("needs the scope api and the role Developer")
                .hasMessageNotContaining(GitLabServer.READ_ONLY);
        gitHub.trouble(asked -> true, 9, asked -> Reply.message(403, "not accessible, " + asked.token()));
        assertThatThrownBy(() -> of(gitHub.variables()).propose(saying("a")))
                .hasMessageContaining("pull-requests: write")
                .hasMessageContaining("***")
                .hasMessageNotContaining(GitHubServer.TOKEN);
    }

    @Test
    void the_token_is_in_no_request_but_its_header() {
        of(gitLab.variables()).propose(saying("a " + GitLabServer.TOKEN + " b"));
        assertThat(gitLab.proposed.all.get(0).text).isEqualTo("a *** b");
        assertThat(gitLab.asked())
                .noneMatch(asked -> (asked.path() + asked.query() + asked.text()).contains(GitLabServer.TOKEN));
    }

    @Test
    void a_report_carries_out_nothing_and_one_that_is_too_long_says_where_it_is_whole() {
        of(gitLab.variables()).propose(saying("/merge\n"));
        assertThat(gitLab.proposed.all.get(0).text).isEqualTo(" /merge\n");
        of(gitHub.variables()).propose(saying("é".repeat(40_000)));
        assertThat(gitHub.proposed.all.get(0).text)
                .isEqualTo("The report has 80000 bytes, and a description may have 65536. It is whole in the commit:"
                        + " git show " + BRANCH + "\n");
        of(gitLab.variables()).propose(saying("x".repeat(GitLabMergeRequests.LIMIT + 1)));
        assertThat(gitLab.proposed.all.get(0).text).startsWith("The report has 1048577 bytes");
    }

    @Test
    void without_a_token_there_is_no_host_and_a_host_that_is_half_named_is_a_fault() {
        assertThat(Proposals.of(without(gitLab.variables(), "GITLAB_TOKEN"))).isEmpty();
        assertThat(Proposals.of(Map.of())).isEmpty();
        assertThatThrownBy(() -> Proposals.of(Map.of("GITLAB_TOKEN", GitLabServer.TOKEN)))
                .isInstanceOf(HostSettingsException.class)
                .hasMessageContaining("neither is set");
        assertThatThrownBy(() -> Proposals.of(without(without(gitLab.variables(), "CI_PROJECT_ID"), "CI_API_V4_URL")))
                .isInstanceOf(HostSettingsException.class)
                .hasMessageContaining("CI_API_V4_URL: is not set")
                .hasMessageContaining("CI_PROJECT_ID: is not set")
                .hasMessageNotContaining(GitLabServer.TOKEN);
        assertThatThrownBy(() -> Proposals.of(without(gitHub.variables(), "GITHUB_API_URL")))
                .isInstanceOf(HostSettingsException.class)
                .hasMessageContaining("GITHUB_API_URL: is not set");
    }
}
