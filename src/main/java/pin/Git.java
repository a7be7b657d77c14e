package pin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import target.RefusedException;
import toolchain.Answer;

/** Git in one folder, its answers apart from what it remarks. */
final class Git {
    /** What a hook that started us would set, and what would then be answered for another folder. */
    private static final List<String> INHERITED = List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX");

    private static final Pattern CREDENTIALS = Pattern.compile("://[^/@\\s]+@");

    private final Path folder;
    private final Map<String, String> variables;

    private Git(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = variables;
    }

    /** It never asks for a password: where there is nobody to answer, it would wait for ever. */
    static Git in(Path folder) {
        return new Git(folder, Map.of("GIT_TERMINAL_PROMPT", "0", "LC_ALL", "C"));
    }

    /** The same with an index of its own, so that the user's stays as it is. */
    Git withIndex(Path index) {
        var all = new java.util.TreeMap<>(variables);
        all.put("GIT_INDEX_FILE", index.toString());
        return new Git(folder, all);
    }

    /**
     * What a command answers that has to succeed.
     *
     * @param purpose what it was for, after "cannot"
     * @throws RefusedException with git's own reason
     */
    Answer must(String purpose, String... words) {
        Answer ended = run(words);
        if (!ended.succeeded()) {
            throw new RefusedException("cannot " + purpose + ", git says: "
                    + open(ended.errors().strip().replace("\n", "; ")) + "; nothing was changed");
        }
        return ended;
    }

    /** What git says, without the token that a CI job has in its remote's address. */
    static String open(String said) {
        return CREDENTIALS.matcher(said).replaceAll("://***@");
    }

    Answer run(String... words) {
        var all = new ArrayList<>(List.of("git"));
        all.addAll(List.of(words));
        var builder = new ProcessBuilder(all).directory(folder.toFile());
        builder.environment().keySet().removeAll(INHERITED);
        builder.environment().putAll(variables);
        return Answer.of(builder);
    }
}
