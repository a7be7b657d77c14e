package posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rate limits and failures of both hosts, on a clock that only waiting moves. */
class BusyHostTest {
    private final GitLabServer gitLab = new GitLabServer();
    private final GitHubServer gitHub = new GitHubServer();
    private final TestTime time = new TestTime();

    @AfterEach
    void stop() {
        gitLab.close();
        gitHub.close();
    }

    private Host onGitLab() {
        return Host.of(gitLab.variables(), time.patience(Duration.ofMinutes(10)));
    }

    private Host onGitHub() {
        return Host.of(gitHub.variables(), time.patience(Duration.ofMinutes(10)));
    }

    @Test
    void gitlab_that_limits_twice_is_asked_again_when_it_says() {
        gitLab.trouble(
                asked -> asked.method().equals("POST") && asked.path().endsWith("/notes"),
                2,
                any -> Reply.plain(429, "Retry later").with("Retry-After", "7").with("RateLimit-Reset", "1"));

        onGitLab().post(Reviews.green());

        assertThat(gitLab.written("review")).hasSize(1);
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void gitlabs_reset_counts_when_it_says_no_more() {
        Instant reset = time.instant().plusSeconds(40);
        gitLab.trouble(asked -> true, 1, any -> Reply.plain(429, "Retry later")
                .with("RateLimit-Reset", "" + reset.getEpochSecond()));

        onGitLab().post(Reviews.green());

        assertThat(time.waits()).containsExactly(Duration.ofSeconds(41));
    }

    @Test
    void gitlabs_limit_on_notes_says_nothing_and_is_waited_for_longer_each_time() {
        gitLab.trouble(
                asked -> asked.path().endsWith("/notes"),
                2,
                any -> Reply.message(429, "This endpoint has been requested too many times. Try again later."));

        onGitLab().post(Reviews.green());

        assertThat(time.waits()).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    @Test
    void githubs_primary_limit_is_waited_for_until_its_reset() {
        Instant reset = time.instant().plusSeconds(90);
        gitHub.trouble(asked -> asked.path().endsWith("/comments"), 1, any -> Reply.message(
                        403, "API rate limit exceeded for installation.")
                .with("x-ratelimit-remaining", "0")
                .with("x-ratelimit-reset", "" + reset.getEpochSecond()));

        onGitHub().post(Reviews.green());

        assertThat(time.waits()).containsExactly(Duration.ofSeconds(91));
        assertThat(gitHub.written()).hasSize(1);
    }

    @Test
    void githubs_secondary_limit_is_known_by_its_words_alone() {
        gitHub.trouble(
                asked -> asked.method().equals("POST"),
                2,
                any -> Reply.message(403, "You have exceeded a secondary rate limit. Please wait a few minutes."));

        onGitHub().post(Reviews.green());

        assertThat(time.waits()).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
        assertThat(gitHub.written()).hasSize(1);
    }

    @Test
    void a_date_and_nonsense_in_retry_after_are_read() {
        gitHub.trouble(asked -> asked.path().endsWith("/comments"), 1, any -> Reply.message(429, "")
                .with("Retry-After", "Wed, 25 Nov 2026 08:00:30 GMT"));
        gitHub.trouble(asked -> asked.path().contains("/statuses/"), 1, any -> Reply.message(429, "")
                .with("Retry-After", "soon"));

        onGitHub().post(Reviews.green());

        assertThat(time.waits()).containsExactly(Duration.ofSeconds(30), Duration.ofMinutes(2));
    }

    @Test
    void a_limit_that_lasts_longer_than_a_post_may_is_not_waited_for() {
        gitHub.trouble(asked -> true, Integer.MAX_VALUE, any -> Reply.message(403, "API rate limit exceeded")
                .with("x-ratelimit-remaining", "0")
                .with("x-ratelimit-reset", "" + time.instant().plusSeconds(3000).getEpochSecond()));

        assertThatThrownBy(() -> onGitHub().post(Reviews.green()))
                .isInstanceOf(PostingException.class)
                .hasMessageContaining("too many requests (403); it says: API rate limit exceeded; given up after 1"
                        + " failure, for the next try is due in 3001s and a post may take 600s");
        assertThat(time.waits()).isEmpty();
        assertThat(gitHub.asked()).hasSize(1);
    }

    @Test
    void a_host_that_fails_for_ever_ends_the_post_within_its_time() {
        gitLab.trouble(asked -> true, Integer.MAX_VALUE, any -> Reply.plain(503, "<html>maintenance</html>"));

        assertThatThrownBy(() -> onGitLab().post(Reviews.green()))
                .isInstanceOf(PostingException.class)
                .hasMessageMatching("(?s)GET /user at GitLab, 127.0.0.1:\\d+: the host failed \\(503\\); given up after"
                        + " \\d+ failures, for.*run the job again later");
        assertThat(time.waited()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(time.waits())
                .startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void a_failure_that_passes_is_no_failure() {
        gitLab.trouble(asked -> asked.method().equals("GET"), 3, any -> Reply.plain(500, ""));
        gitLab.trouble(asked -> asked.path().contains("/statuses/"), 1, any -> Reply.message(409, "in progress"));

        onGitLab().post(Reviews.green());

        assertThat(gitLab.statuses).hasSize(1);
    }

    @Test
    void a_note_whose_answer_is_lost_is_not_made_twice() {
        gitLab.lostAnswer(asked -> asked.method().equals("POST") && asked.path().endsWith("/notes"), 1);
        gitLab.lostAnswer(asked -> asked.method().equals("POST") && asked.path().endsWith("/discussions"), 1);
        gitHub.lostAnswer(asked -> asked.method().equals("POST") && asked.path().endsWith("/comments"), 1);

        onGitLab().post(Reviews.dangerous(Reviews.COMMIT));
        onGitHub().post(Reviews.green());

        assertThat(gitLab.written("review")).hasSize(1);
        assertThat(gitLab.written("danger")).hasSize(1);
        assertThat(gitHub.written()).hasSize(1);
    }

    @Test
    void a_token_that_is_not_known_is_said_once_and_not_tried_again() {
        var variables = new HashMap<>(gitLab.variables());
        variables.put("GITLAB_TOKEN", "glpat-of-last-year");

        assertThatThrownBy(() -> Host.of(variables, time.patience(Duration.ofMinutes(10)))
                        .post(Reviews.green()))
                .hasMessageStartingWith("GET /user at GitLab, ")
                .hasMessageEndingWith("the token is not known there, or has ended; GITLAB_TOKEN needs the scope api and"
                        + " the role Developer in the project (401); it says: 401 Unauthorized");
        assertThat(gitLab.asked()).hasSize(1);
    }

    @Test
    void a_host_where_nobody_listens_ends_the_post_within_its_time() {
        gitLab.close();

        assertThatThrownBy(() -> onGitLab().post(Reviews.green()))
                .hasMessageContaining("no answer came, nobody listens there; given up after");
    }

    @Test
    void a_redirect_does_not_take_the_token_along() {
        gitLab.trouble(asked -> true, 1, any -> Reply.plain(302, "").with("Location", "http://" + gitHub.authority()));

        assertThatThrownBy(() -> onGitLab().post(Reviews.green()))
                .hasMessageContaining("it sends elsewhere, where the token does not follow (302)");
        assertThat(gitHub.asked()).isEmpty();
    }

    @Test
    void a_page_for_people_in_place_of_the_api_is_said() {
        gitLab.trouble(
                asked -> asked.path().endsWith("/discussions"), 1, any -> Reply.plain(200, "<html>Sign in</html>"));

        assertThatThrownBy(() -> onGitLab().post(Reviews.green()))
                .hasMessageContaining("no list came; the address of the API may be a page for people");
    }
}
