package pin;

import java.util.List;
import java.util.Optional;
import target.RefusedException;

/** The user's work tree: what must hold of it before anything is promoted from it. It is only looked at. */
final class Checkout {
    private static final int SHOWN = 5;

    private final Git git;

    Checkout(Git git) {
        this.git = git;
    }

    /** The commit that it is at. */
    String head() {
        return git.must("find the commit that this tree is at", "rev-parse", "--verify", "HEAD^{commit}")
                .text();
    }

    /** Its branch; empty where a commit is checked out by itself, as in pipelines. */
    Optional<String> branch() {
        var found = git.run("symbolic-ref", "--quiet", "--short", "HEAD");
        return found.succeeded() ? Optional.of(found.text()) : Optional.empty();
    }

    void requireClean() {
        List<String> changed = git.must(
                        "compare this tree with its commit", "status", "--porcelain", "--untracked-files=no")
                .text()
                .lines()
                .map(String::strip)
                .toList();
        if (!changed.isEmpty()) {
            throw new RefusedException("this tree holds changes that are in no commit ("
                    + String.join(", ", changed.subList(0, Math.min(SHOWN, changed.size())))
                    + (changed.size() > SHOWN ? ", and " + (changed.size() - SHOWN) + " more" : "")
                    + "); a pin is committed onto what everybody can see; commit or stash them; nothing was changed");
        }
    }

    /** By what the remote has now, and not by what was last fetched from it. */
    void requireNotBehind() {
        var upstream = upstream();
        if (upstream.isEmpty()) {
            return;
        }
        String remote = upstream.get().remote();
        var tip = tip(remote, upstream.get().ref());
        if (tip.isPresent()
                && !git.run("merge-base", "--is-ancestor", tip.get(), "HEAD").succeeded()) {
            throw new RefusedException(
                    "this branch is behind " + remote + " (" + upstream.get().ref() + " is at " + tip.get()
                            + ", which is not in it); fetch and bring it up to date; nothing was changed");
        }
    }

    /** Whether the branch's remote has a branch of that name already. */
    boolean isAtRemote(String branch) {
        return upstream()
                .flatMap(each -> tip(each.remote(), "refs/heads/" + branch))
                .isPresent();
    }

    /** That of its branch. */
    Optional<String> remote() {
        return upstream().map(Upstream::remote);
    }

    private record Upstream(String remote, String ref) {}

    private Optional<Upstream> upstream() {
        return branch().flatMap(branch -> setting("branch." + branch + ".remote")
                .flatMap(remote -> setting("branch." + branch + ".merge").map(ref -> new Upstream(remote, ref))));
    }

    private Optional<String> setting(String key) {
        var found = git.run("config", "--get", key);
        return found.succeeded() ? Optional.of(found.text()) : Optional.empty();
    }

    private Optional<String> tip(String remote, String ref) {
        String listed = git.must("ask " + remote + " for " + ref, "ls-remote", remote, ref)
                .text();
        return listed.isEmpty() ? Optional.empty() : Optional.of(listed.split("\\s", 2)[0]);
    }
}
