package pin;

import config.FacilityReader;
import facility.Environment;
import facility.ReleasePin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import target.RefusedException;
import toolchain.FolderTree;

/** A commit with a pin, made from git's own objects; it is on no branch yet. */
final class PinCommit {
    private final Git git;

    PinCommit(Git git) {
        this.git = git;
    }

    String of(String base, Environment environment, ReleasePin pin, String message) {
        String file = FacilityReader.fileOf(environment);
        byte[] before = content(base, file);
        byte[] after = PinEdit.of(file, before, pin);
        if (Arrays.equals(before, after)) {
            throw new RefusedException(file + " pins the release " + pin.digest() + " already; nothing was changed");
        }
        Path aside = aside();
        try {
            String tree = tree(base, path(file), Files.write(aside.resolve(file), after), aside.resolve("index"));
            String subject = PinBranch.title(environment, pin) + "\n\n";
            Path text = Files.writeString(aside.resolve("message"), subject + message.strip() + "\n");
            return git.must("make the commit", commitWords(tree, base, text)).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            FolderTree.remove(aside);
        }
    }

    /** The base's tree with the one file, as it is: no filter of line ends may touch it. */
    private String tree(String base, String path, Path content, Path index) {
        String mode = git.must("read " + path, "ls-tree", "--full-tree", base, "--", path)
                .text()
                .split(" ", 2)[0];
        String blob = git.must("keep the file", "hash-object", "-w", "--no-filters", content.toString())
                .text();
        Git own = git.withIndex(index);
        own.must("read the commit", "read-tree", base);
        own.must("take the file in", "update-index", "--cacheinfo", mode + "," + blob + "," + path);
        return own.must("write the tree", "write-tree").text();
    }

    /** Signed where the user signs commits: git does not look at that setting here. */
    private String[] commitWords(String tree, String base, Path message) {
        var words = new ArrayList<>(List.of("commit-tree", tree, "-p", base, "-F", message.toString()));
        if (git.run("config", "--type=bool", "--get", "commit.gpgSign").text().equals("true")) {
            words.add("-S");
        }
        return words.toArray(String[]::new);
    }

    private static Path aside() {
        try {
            return Files.createTempDirectory("facility-pin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String path(String file) {
        return git.must("find this folder in its repository", "rev-parse", "--show-prefix")
                        .text()
                + file;
    }

    /** A file of the project as it is in a commit. */
    byte[] content(String commit, String file) {
        return git.must("read " + file, "cat-file", "blob", commit + ":" + path(file))
                .output();
    }
}
