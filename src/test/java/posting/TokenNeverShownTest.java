package posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that can be seen of a run is searched for its token: messages, traces, what is posted. */
class TokenNeverShownTest {
    private final TestTime time = new TestTime();

    private String tried(Map<String, String> variables, Review review) {
        Throwable failure = catchThrowable(() -> {
            Host host = Host.of(variables, time.patience(Duration.ofMinutes(10)));
            host.post(review);
        });
        var text = new StringWriter();
        if (failure != null) {
            failure.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }

    @Test
    void not_when_a_host_sends_it_back_with_each_failure() {
        try (var gitLab = new GitLabServer();
                var gitHub = new GitHubServer()) {
            var shown = new ArrayList<String>();
            for (int status : new int[] {301, 400, 401, 403, 404, 409, 413, 422, 429, 500, 503}) {
                gitLab.trouble(asked -> true, 60, asked -> Reply.message(status, "token " + asked.token()));
                gitHub.trouble(asked -> true, 60, asked -> Reply.message(status, "header " + asked.token()));
                shown.add(tried(gitLab.variables(), Reviews.green()));
                shown.add(tried(gitHub.variables(), Reviews.green()));
            }

            assertThat(shown).hasSize(22).allSatisfy(text -> assertThat(text)
                    .contains("PostingException")
                    .contains("***"));
            none(shown, GitLabServer.TOKEN);
            none(shown, GitHubServer.TOKEN);
        }
    }

    @Test
    void not_in_what_is_posted_even_if_the_report_holds_it() {
        try (var gitLab = new GitLabServer()) {
            String body = "a " + GitLabServer.TOKEN + " b " + encoded(GitLabServer.TOKEN) + "\n";
            tried(gitLab.variables(), Reviews.saying(body));

            assertThat(gitLab.written("review")).hasSize(1);
            assertThat(gitLab.written("review").get(0).body).endsWith("a *** b ***\n");
            none(
                    gitLab.asked().stream()
                            .map(asked -> asked.path() + asked.query() + asked.text())
                            .toList(),
                    GitLabServer.TOKEN);
        }
    }

    @Test
    void not_when_it_is_of_a_form_that_no_header_takes() {
        try (var gitLab = new GitLabServer()) {
            for (String wrong :
                    List.of("glpat-two\nlines", "glpat-with space", "glpat-\u0001control", "glpat-ümlaut")) {
                var variables = new HashMap<>(gitLab.variables());
                variables.put("GITLAB_TOKEN", wrong);
                String shown = tried(variables, Reviews.green());

                assertThat(shown).contains("GITLAB_TOKEN: is no token, for it is short, or holds a space");
                assertThat(shown).doesNotContain("glpat-");
            }
        }
    }

    @Test
    void not_in_the_address_that_it_was_written_into() {
        try (var gitLab = new GitLabServer()) {
            var variables = new HashMap<>(gitLab.variables());
            variables.put("CI_API_V4_URL", "https://oauth2:" + GitLabServer.TOKEN + "@gitlab.example.org/api/v4");

            none(List.of(tried(variables, Reviews.green())), GitLabServer.TOKEN);
        }
    }

    private static void none(List<String> shown, String token) {
        assertThat(shown).noneSatisfy(text -> assertThat(text).contains(token));
        assertThat(shown).noneSatisfy(text -> assertThat(text).contains(encoded(token)));
        assertThat(shown)
                .noneSatisfy(text -> assertThat(text).contains(URLEncoder.encode(token, StandardCharsets.UTF_8)));
    }

    private static String encoded(String token) {
        return Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }
}
