package posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostTest {
    private static List<String> faults(Map<String, String> variables) {
        return catchThrowableOfType(HostSettingsException.class, () -> Host.of(variables))
                .faults();
    }

    @Test
    void all_that_gitlab_did_not_set_is_named_at_once() {
        assertThat(faults(Map.of("GITLAB_CI", "true")))
                .satisfiesExactly(
                        api -> assertThat(api).startsWith("CI_API_V4_URL: is not set; "),
                        project -> assertThat(project).startsWith("CI_PROJECT_ID: is not set; "),
                        request -> assertThat(request)
                                .startsWith("CI_MERGE_REQUEST_IID: is not set; ")
                                .contains("merge_request_event"),
                        commit -> assertThat(commit).startsWith("CI_COMMIT_SHA: is not set; "),
                        token -> assertThat(token)
                                .startsWith("GITLAB_TOKEN: is not set; ")
                                .endsWith("CI_JOB_TOKEN may only read notes"));
    }

    @Test
    void all_that_github_did_not_set_is_named_at_once() {
        assertThat(faults(Map.of("GITHUB_ACTIONS", "true", "GITHUB_REF", "refs/heads/main")))
                .satisfiesExactly(
                        api -> assertThat(api).startsWith("GITHUB_API_URL: is not set; "),
                        repository -> assertThat(repository).startsWith("GITHUB_REPOSITORY: is not set; "),
                        token -> assertThat(token).startsWith("GITHUB_TOKEN: is not set; "),
                        request ->
                                assertThat(request).startsWith("GITHUB_EVENT_PATH, GITHUB_REF: name no pull request"),
                        commit -> assertThat(commit).startsWith("GITHUB_SHA: is not set; "));
    }

    @Test
    void wrong_values_are_named_with_what_is_allowed() {
        var variables = new HashMap<String, String>();
        variables.put("CI_API_V4_URL", "http://gitlab.example.org/api/v4");
        variables.put("CI_PROJECT_ID", "5/../6");
        variables.put("CI_MERGE_REQUEST_IID", "eleven");
        variables.put("CI_COMMIT_SHA", "HEAD");
        variables.put("GITLAB_TOKEN", "glpat-12345");
        variables.put("CI_SERVER_TLS_CA_FILE", "/nowhere/ca.pem");

        assertThat(faults(variables))
                .satisfiesExactly(
                        api -> assertThat(api)
                                .isEqualTo("CI_API_V4_URL: no address that a token may be sent to; GitLab sets it in"
                                        + " every job, https://gitlab.example.org/api/v4"),
                        project -> assertThat(project).startsWith("CI_PROJECT_ID: is not of its form, \"5/../6\"; "),
                        request -> assertThat(request).contains("\"eleven\""),
                        commit -> assertThat(commit).contains("\"HEAD\""),
                        authority -> assertThat(authority)
                                .startsWith("CI_SERVER_TLS_CA_FILE: cannot be read as certificates, "));
    }

    @Test
    void outside_of_ci_one_is_told_where_to_run_it() {
        assertThatThrownBy(() -> Host.of(Map.of("PATH", "/usr/bin")))
                .isInstanceOf(HostSettingsException.class)
                .hasMessageStartingWith("nothing was posted\n  GITLAB_CI, GITHUB_ACTIONS: neither is set; ");
        assertThat(faults(Map.of("GITLAB_CI", "true", "GITHUB_ACTIONS", "true")))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("both are set"));
    }

    @Test
    void a_name_that_looks_like_this_machine_gets_no_token_without_tls() {
        for (String url : List.of(
                "http://127.0.0.1.example.org/api",
                "http://localhost.example.org",
                "ftp://localhost",
                "http://[::2]/")) {
            assertThat(faults(Map.of("GITHUB_API_URL", url, "GITHUB_REPOSITORY", "a/b")))
                    .as(url)
                    .anySatisfy(fault -> assertThat(fault).startsWith("GITHUB_API_URL: no address"));
        }
    }
}
