package ledger;

import static java.util.Objects.requireNonNull;

/**
 * A difference that the ledger declares.
 *
 * @param path of the value, or of the object's property
 * @param first what the first environment has, with its place
 * @param second the same of the second
 * @param reason why it is meant
 */
public record Intended(String path, String first, String second, String reason) {
    public Intended {
        requireNonNull(path, "path is null");
        requireNonNull(first, "first is null");
        requireNonNull(second, "second is null");
        requireNonNull(reason, "reason is null");
    }
}
