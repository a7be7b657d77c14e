package posting;

import static java.util.Objects.requireNonNull;

/**
 * A branch that is to be merged into another.
 *
 * @param branch what is to be merged, by a name that the host has it by already
 * @param target what it is to be merged into
 * @param title one line
 * @param text Markdown
 */
public record Proposal(String branch, String target, String title, String text) {
    public Proposal {
        requireNonNull(branch, "branch is null");
        requireNonNull(target, "target is null");
        requireNonNull(title, "title is null");
        requireNonNull(text, "text is null");
    }

    /** The text, if a host takes that much; nothing is cut out of a report blindly. */
    String fitting(int limit) {
        int bytes = Host.bytes(text);
        return bytes <= limit
                ? text
                : "The report has " + bytes + " bytes, and a description may have " + limit
                        + ". It is whole in the commit: git show " + branch + "\n";
    }
}
