package cli;

import engine.PulumiCommand;
import facility.Environment;
import java.util.List;
import java.util.Optional;
import release.SignedRelease;
import target.RefusedException;

/** The release that somebody named, of those that an environment has. */
final class ChosenRelease {
    private final Project project;
    private final Environment environment;
    private final On on;
    private final List<String> keys;

    /** @param keys whose signature each release must carry; none where none is asked for */
    ChosenRelease(Project project, Environment environment, On on, List<String> keys) {
        this.project = project;
        this.environment = environment;
        this.on = on;
        this.keys = List.copyOf(keys);
    }

    /** The keys that an environment believes, by the release's own declaration; asked for where it is checked out. */
    static List<String> keysOf(Project project, Environment environment, On on) {
        return project.isAside()
                ? project.checked(environment, on).facility().promotion().signedBy()
                : List.of();
    }

    /**
     * @param name its number, {@code dev#4}, or how its digest begins; empty for the newest
     * @throws RefusedException when there is none of that name, or more than one
     */
    SignedRelease of(Optional<String> name) {
        var releases = all();
        if (releases.isEmpty()) {
            throw new RefusedException(
                    environment.key() + " has no release: bring it up from a clean commit, which makes"
                            + " one: ./facility up " + environment.key());
        }
        if (name.isEmpty()) {
            return releases.get(releases.size() - 1);
        }
        var named = releases.stream().filter(each -> isCalled(each, name.get())).toList();
        if (named.size() != 1) {
            throw new RefusedException("--release " + name.get() + ": "
                    + (named.isEmpty() ? "there is no such release" : "more than one begins like this")
                    + " of " + environment.key() + "; see: ./facility releases " + environment.key());
        }
        return named.get(0);
    }

    List<SignedRelease> all() {
        var workspace = project.workspace(environment, on);
        // In a clone in which nothing was brought up yet: the team's backend knows the releases.
        workspace.prepareToAsk();
        return ReleaseRecord.store(new PulumiCommand(workspace, project.toolchain()), environment.key(), keys)
                .all();
    }

    private static boolean isCalled(SignedRelease release, String name) {
        String digest = release.digest();
        return name.equals(String.valueOf(release.release().number()))
                || name.equals(release.release().title())
                || digest.startsWith(name)
                || digest.startsWith("sha256:" + name);
    }
}
