package cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import pin.PinBranch.Made;
import pin.ReviewRemote;
import posting.Posted;
import posting.PostingException;
import posting.Proposal;
import posting.Proposals;
import target.RefusedException;

/** The merge request of a pin's branch: pushed by git's own sign-in, opened by the host that CI's variables name. */
final class PinReview {
    private final Path root;
    private final Map<String, String> variables;
    private final Optional<Proposals> host;

    /** @throws posting.HostSettingsException when there is a token, but not all that it takes to use it */
    PinReview(Path root, Map<String, String> variables) {
        this.root = root;
        this.variables = Map.copyOf(variables);
        this.host = Proposals.of(variables);
    }

    /**
     * What came of it.
     *
     * @param line says it, and where it could not be done, how to do it by hand
     */
    record Ended(Exit exit, String line) {}

    /**
     * Pushes the branch and opens its merge request, or brings the one that is open to this title and text.
     *
     * @param into the branch that is checked out; empty where a commit is checked out by itself
     */
    Ended of(Made made, Optional<String> into, String title, String text) {
        var remote = ReviewRemote.of(root);
        var target = into.or(this::branchOfJob);
        if (remote.isEmpty()) {
            return byHand("this repository has no remote", "git remote add origin URL, then ", "origin", made, target);
        }
        if (host.isEmpty()) {
            return byHand(
                    "neither GITLAB_TOKEN nor GITHUB_TOKEN is set",
                    "",
                    remote.get().name(),
                    made,
                    target);
        }
        if (target.isEmpty()) {
            return byHand(
                    "no branch is checked out that it could be merged into",
                    "",
                    remote.get().name(),
                    made,
                    target);
        }
        try {
            remote.get().push(made.branch());
            Posted posted = host.get().propose(new Proposal(made.branch(), target.get(), title, text));
            return new Ended(
                    Exit.DONE,
                    (posted.change() == Posted.Change.CREATED ? "opened" : "brought up to date")
                            + " the merge request of " + made.branch() + " into " + target.get() + " at "
                            + host.get().name()
                            + posted.address().map(address -> ": " + address).orElse(""));
        } catch (RefusedException | PostingException failed) {
            var ended = byHand(failed.getMessage(), "", remote.get().name(), made, target);
            return new Ended(Exit.FAILED, ended.line() + "; or give the same command again, which goes on here");
        }
    }

    /** Where a job checks out a commit by itself. */
    private Optional<String> branchOfJob() {
        return Optional.ofNullable(variables.get("CI_COMMIT_BRANCH"))
                .or(() -> Optional.ofNullable(variables.get("GITHUB_REF_NAME"))
                        .filter(name -> "branch".equals(variables.get("GITHUB_REF_TYPE"))))
                .filter(name -> !name.isBlank());
    }

    private static Ended byHand(String why, String first, String remote, Made made, Optional<String> target) {
        String into = target.orElse("MAIN");
        return new Ended(
                Exit.DONE,
                "no merge request was opened, for " + why + "; by hand: " + first
                        + "git push -o merge_request.create -o merge_request.target=" + into + " " + remote + " "
                        + made.branch()
                        + " (GitLab), or git push " + remote + " " + made.branch() + " && gh pr create --base " + into
                        + " --head " + made.branch() + " --fill (GitHub)");
    }
}
