package pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facility.Environment;
import facility.ReleasePin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import target.RefusedException;

/** The real git, in repositories of the test's own. */
class PinBranchTest {
    private static final ReleasePin PIN =
            new ReleasePin("0123456789abcdef0123456789abcdef01234567", "sha256:fedcba9876543210" + "0".repeat(48));
    private static final String BRANCH = "promote/prod-fedcba987654";

    /** With line ends of Windows, which no setting of git may touch. */
    private static final String FILE = "config: # ours\r\n  a:b: c\r\n";

    @TempDir
    Path scratch;

    private Path root;
    private Path project;

    @BeforeEach
    void repository() throws IOException {
        root = Files.createDirectories(scratch.resolve("work"));
        git("init", "--quiet", "--initial-branch=main");
        git("config", "user.name", "Team");
        git("config", "user.email", "team@example.org");
        git("config", "commit.gpgSign", "false");
        git("config", "core.autocrlf", "false");
        project = Files.createDirectories(root.resolve("facility"));
        Files.writeString(project.resolve("Pulumi.prod.yaml"), FILE);
        Files.writeString(root.resolve("other"), "1\n");
        git("add", ".");
        git("commit", "--quiet", "-m", "Begin");
        git("config", "core.autocrlf", "input");
    }

    @Test
    void what_an_earlier_call_made_is_found_again_unless_it_is_another() throws IOException {
        assertThat(branch().there(Environment.PROD, PIN)).isEmpty();
        var made = branch().onBranch(Environment.PROD, PIN, "What changes.\n");
        assertThat(branch().there(Environment.PROD, PIN)).contains(made);
        git("branch", "--force", BRANCH, "main");
        assertThat(branch().there(Environment.PROD, PIN)).isEmpty();
    }

    @Test
    void the_pin_is_one_commit_on_a_branch_and_the_work_tree_and_the_index_are_as_they_were() throws IOException {
        Files.writeString(root.resolve("new"), "untracked\n");
        byte[] index = Files.readAllBytes(root.resolve(".git/index"));

        var made = branch().onBranch(Environment.PROD, PIN, "What changes:\n\n- nothing\n");

        assertThat(made.branch()).isEqualTo(BRANCH);
        assertThat(made.base()).isEqualTo(git("rev-parse", "main"));
        assertThat(git("rev-parse", BRANCH)).isEqualTo(made.commit());
        assertThat(git("diff", "--name-status", "main", BRANCH)).isEqualTo("M\tfacility/Pulumi.prod.yaml");
        assertThat(raw("cat-file", "blob", BRANCH + ":facility/Pulumi.prod.yaml"))
                .isEqualTo("config: # ours\r\n  facility:release: {commit: \"" + PIN.commit() + "\", digest: "
                        + PIN.digest() + "}\r\n  a:b: c\r\n");
        assertThat(git("log", "-1", "--format=%B%an <%ae>", BRANCH))
                .isEqualTo("Promote prod to 0123456789ab\n\nWhat changes:\n\n- nothing\nTeam <team@example.org>");
        assertThat(git("rev-list", "--count", "main.." + BRANCH)).isEqualTo("1");

        assertThat(Files.readString(project.resolve("Pulumi.prod.yaml"))).isEqualTo(FILE);
        assertThat(Files.readAllBytes(root.resolve(".git/index"))).isEqualTo(index);
        assertThat(git("worktree", "list").lines()).hasSize(1);
        assertThat(git("symbolic-ref", "--short", "HEAD")).isEqualTo("main");
    }

    @Test
    void directly_it_is_on_the_branch_that_is_checked_out_and_in_the_work_tree() throws IOException {
        var made = branch().directly(Environment.PROD, PIN, "Why");
        assertThat(made.branch()).isEqualTo("main");
        assertThat(git("rev-parse", "main")).isEqualTo(made.commit());
        assertThat(Files.readString(project.resolve("Pulumi.prod.yaml"))).contains(PIN.digest());
        assertThat(git("status", "--porcelain", "--untracked-files=no")).isEmpty();
        refused(() -> branch().directly(Environment.PROD, PIN, "Why"), "pins the release " + PIN.digest() + " already");
    }

    @Test
    void a_tree_with_changes_is_refused_and_a_branch_that_is_there() throws IOException {
        Files.writeString(root.resolve("other"), "2\n");
        refused(() -> branch().onBranch(Environment.PROD, PIN, "Why"), "holds changes that are in no commit (M other)");
        refused(() -> branch().directly(Environment.PROD, PIN, "Why"), "holds changes that are in no commit");
        git("add", "other");
        refused(
                () -> branch().onBranch(Environment.PROD, PIN, "Why"),
                "holds changes that are in no commit (M  other)");
        assertThat(git("branch", "--list", BRANCH)).isEmpty();
        git("commit", "--quiet", "-m", "Change");

        var first = branch().onBranch(Environment.PROD, PIN, "Why");
        refused(() -> branch().onBranch(Environment.PROD, PIN, "Why"), "the branch " + BRANCH + " is there already");
        assertThat(git("rev-parse", BRANCH)).isEqualTo(first.commit());
    }

    /** The last fetch is hours ago: what the remote has now counts. */
    @Test
    void a_tree_that_is_behind_its_remote_is_refused_before_anything_was_fetched() throws IOException {
        Path other = withRemote();
        Files.writeString(other.resolve("other"), "theirs\n");
        gitIn(other, "commit", "--quiet", "-am", "Theirs");
        gitIn(other, "push", "--quiet", "origin", "main");
        refused(() -> branch().onBranch(Environment.PROD, PIN, "Why"), "this branch is behind origin (refs/heads/main");
        refused(() -> branch().directly(Environment.PROD, PIN, "Why"), "this branch is behind origin");

        git("pull", "--quiet", "--ff-only");
        assertThat(branch().onBranch(Environment.PROD, PIN, "Why").branch()).isEqualTo(BRANCH);
    }

    @Test
    void a_branch_that_only_the_remote_has_is_refused_and_a_remote_that_is_gone() throws IOException {
        Path other = withRemote();
        gitIn(other, "push", "--quiet", "origin", "main:refs/heads/" + BRANCH);
        refused(() -> branch().onBranch(Environment.PROD, PIN, "Why"), "is there already, at the remote");
        git("remote", "set-url", "origin", scratch.resolve("gone.git").toString());
        refused(() -> branch().onBranch(Environment.PROD, PIN, "Why"), "cannot ask origin for refs/heads/");
    }

    @Test
    void without_a_branch_or_a_repository_or_the_file_it_says_so() throws IOException {
        git("checkout", "--quiet", "--detach");
        refused(() -> branch().directly(Environment.PROD, PIN, "Why"), "no branch is checked out");
        assertThat(branch().onBranch(Environment.PROD, PIN, "Why").branch()).isEqualTo(BRANCH);
        refused(() -> branch().onBranch(Environment.DEV, PIN, "Why"), "cannot read Pulumi.dev.yaml, git says: ");
        Path bare = Files.createDirectories(scratch.resolve("no-repository"));
        refused(() -> new PinBranch(bare).onBranch(Environment.PROD, PIN, "Why"), "not a git repository");
    }

    @Test
    void of_two_at_once_one_wins_and_the_other_says_so() {
        var attempts = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return branch().onBranch(Environment.PROD, PIN, "Why").commit();
                    } catch (RefusedException told) {
                        return told.getMessage();
                    }
                }))
                .limit(4)
                .toList();
        var said = attempts.stream().map(CompletableFuture::join).toList();
        assertThat(said).filteredOn(each -> each.length() == 40).hasSize(1);
        assertThat(said).filteredOn(each -> each.length() != 40).hasSize(3).allSatisfy(each -> assertThat(each)
                .contains("is there already"));
    }

    private static void refused(Runnable promotion, String why) {
        assertThatThrownBy(promotion::run)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("nothing was changed");
    }

    private PinBranch branch() {
        return new PinBranch(project);
    }

    /** Gives the repository a remote, and returns another clone of that. */
    private Path withRemote() {
        git("clone", "--quiet", "--bare", ".", scratch.resolve("hub.git").toString());
        git("remote", "add", "origin", scratch.resolve("hub.git").toString());
        git("fetch", "--quiet", "origin");
        git("branch", "--quiet", "--set-upstream-to=origin/main", "main");
        Path other = scratch.resolve("other");
        git("clone", "--quiet", scratch.resolve("hub.git").toString(), other.toString());
        gitIn(other, "config", "user.name", "Other");
        gitIn(other, "config", "user.email", "other@example.org");
        return other;
    }

    private String git(String... words) {
        return gitIn(root, words);
    }

    private String raw(String... words) {
        return new String(Git.in(root).must("be tested", words).output(), StandardCharsets.UTF_8);
    }

    private static String gitIn(Path folder, String... words) {
        return Git.in(folder).must("be tested", words).text();
    }
}
