package cli;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Environment;
import facility.ReleasePin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pin.PinBranch;
import posting.MergeRequestHost;

/** The real git with a bare repository, to which the tests' GitLab looks for branches. */
class PinReviewTest {
    private static final ReleasePin PIN =
            new ReleasePin("0123456789abcdef0123456789abcdef01234567", "sha256:fedcba9876543210" + "0".repeat(48));
    private static final String BRANCH = "promote/prod-fedcba987654";
    private static final String TITLE = "Promote prod to 0123456789ab";

    @TempDir
    Path scratch;

    private Path root;
    private Path bare;
    private MergeRequestHost host;
    private PinBranch.Made made;

    @BeforeEach
    void pin() throws Exception {
        root = Files.createDirectories(scratch.resolve("work"));
        bare = scratch.resolve("bare");
        Files.writeString(root.resolve("Pulumi.prod.yaml"), "config:\n  a:b: c\n");
        git("git init -q -b main . && git config user.name Team && git config user.email team@example.org"
                + " && git config commit.gpgSign false && git add . && git commit -qm Begin && git clone -q --bare . "
                + bare
                + " && git remote add origin " + bare);
        host = new MergeRequestHost(this::isPushed);
        made = new PinBranch(root).onBranch(Environment.PROD, PIN, "3 to create\n");
    }

    @AfterEach
    void end() {
        host.close();
    }

    private boolean isPushed(String branch) {
        try {
            return CommittedProject.run(bare, "git rev-parse --verify --quiet refs/heads/" + branch)
                            .exit()
                    == 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void git(String script) throws Exception {
        var ended = CommittedProject.run(root, script);
        assertThat(ended.exit()).as(ended.output()).isZero();
    }

    private PinReview.Ended reviewed(Map<String, String> variables, Optional<String> into) {
        return new PinReview(root, variables).of(made, into, TITLE, "3 to create\n");
    }

    private PinReview.Ended reviewed(Map<String, String> variables) {
        return reviewed(variables, Optional.of("main"));
    }

    private Map<String, String> with(String name, String value) {
        var all = new HashMap<>(host.variables());
        all.put(name, value);
        return all;
    }

    @Test
    void the_branch_is_pushed_and_its_merge_request_opened_once() {
        var first = reviewed(host.variables());
        var second = reviewed(host.variables());

        assertThat(first.exit()).isEqualTo(Exit.DONE);
        assertThat(first.line())
                .startsWith("opened the merge request of " + BRANCH + " into main at GitLab, 127.0.0.1:")
                .endsWith(": https://gitlab.example.org/facility/declaration/-/merge_requests/11");
        assertThat(second.line()).startsWith("brought up to date the merge request of " + BRANCH);
        assertThat(isPushed(BRANCH)).isTrue();
        assertThat(host.open()).containsExactly(BRANCH + " -> main: " + TITLE + ": 3 to create\n");
    }

    @Test
    void without_a_token_it_is_said_how_to_do_it_by_hand() {
        var ended = reviewed(with("GITLAB_TOKEN", ""));
        assertThat(ended.exit()).isEqualTo(Exit.DONE);
        assertThat(ended.line())
                .isEqualTo("no merge request was opened, for neither GITLAB_TOKEN nor GITHUB_TOKEN is set; by hand:"
                        + " git push -o merge_request.create -o merge_request.target=main origin " + BRANCH
                        + " (GitLab), or git push origin " + BRANCH + " && gh pr create --base main --head " + BRANCH
                        + " --fill (GitHub)");
        assertThat(isPushed(BRANCH)).isFalse();
    }

    @Test
    void without_a_remote_it_is_said_how_to_add_one() throws Exception {
        git("git remote remove origin");
        assertThat(reviewed(host.variables()).line())
                .contains("this repository has no remote; by hand: git remote add origin URL, then git push -o ");
    }

    /** As a job checks it out: the branch is in its variables. */
    @Test
    void where_no_branch_is_checked_out_it_is_merged_into_the_jobs() {
        assertThat(reviewed(host.variables(), Optional.empty()).line())
                .contains("no branch is checked out that it could be merged into", "merge_request.target=MAIN");
        assertThat(reviewed(with("CI_COMMIT_BRANCH", "main"), Optional.empty()).line())
                .startsWith("opened the merge request of " + BRANCH + " into main");
    }

    @Test
    void a_branch_that_is_another_there_is_left_alone() throws Exception {
        git("git commit -q --allow-empty -m other && git push -q origin HEAD:refs/heads/" + BRANCH);
        var ended = reviewed(host.variables());
        assertThat(ended.exit()).isEqualTo(Exit.FAILED);
        assertThat(ended.line())
                .contains("cannot push " + BRANCH + " to origin, git says: ", "rejected", "by hand: git push")
                .endsWith("or give the same command again, which goes on here");
        assertThat(host.open()).isEmpty();
    }

    @Test
    void a_host_that_refuses_is_said_without_its_token() {
        var ended = reviewed(with("GITLAB_TOKEN", MergeRequestHost.READ_ONLY));
        assertThat(ended.exit()).isEqualTo(Exit.FAILED);
        assertThat(ended.line())
                .contains("needs the scope api and the role Developer", "by hand: git push")
                .doesNotContain(MergeRequestHost.READ_ONLY);
        assertThat(isPushed(BRANCH)).isTrue();
    }

    /** A job's remote has its token in it. */
    @Test
    void what_git_says_of_a_remote_is_shown_without_its_password() throws Exception {
        git("git remote set-url origin http://gitlab-ci-token:TopSecret@127.0.0.1:1/a.git");
        var ended = reviewed(host.variables());
        assertThat(ended.exit()).isEqualTo(Exit.FAILED);
        assertThat(ended.line()).contains("git says: ").doesNotContain("TopSecret");
    }
}
