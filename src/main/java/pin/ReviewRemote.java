package pin;

import java.nio.file.Path;
import java.util.Optional;
import target.RefusedException;

/** Where a pin's branch is reviewed: the remote of the branch that is checked out, reached by git's own sign-in. */
public final class ReviewRemote {
    private static final String USUAL = "origin";

    private final Git git;
    private final String name;

    private ReviewRemote(Git git, String name) {
        this.git = git;
        this.name = name;
    }

    /** Empty where the repository has none. */
    public static Optional<ReviewRemote> of(Path projectFolder) {
        var git = Git.in(projectFolder);
        return new Checkout(git)
                .remote()
                .or(() -> Optional.of(USUAL)
                        .filter(name -> git.run("remote", "get-url", name).succeeded()))
                .map(name -> new ReviewRemote(git, name));
    }

    public String name() {
        return name;
    }

    /**
     * Brings a branch there; once more is nothing.
     *
     * @throws RefusedException with git's reason, such as another commit that the branch has there
     */
    public void push(String branch) {
        var pushed = git.run("push", "--quiet", name, "refs/heads/" + branch + ":refs/heads/" + branch);
        if (!pushed.succeeded()) {
            throw new RefusedException("cannot push " + branch + " to " + name + ", git says: "
                    + Git.open(pushed.errors().strip().replace("\n", "; ")));
        }
    }
}
