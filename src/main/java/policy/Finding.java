package policy;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with a resource, so that a person can act on it.
 *
 * @param resource its title
 * @param urn empty for the stack as a whole
 * @param what what is wrong
 * @param value the value
 * @param limit what is allowed
 * @param mend how to mend it
 */
public record Finding(String resource, String urn, String what, String value, String limit, String mend) {
    public Finding {
        requireNonNull(resource, "resource is null");
        requireNonNull(urn, "urn is null");
        requireNonNull(what, "what is null");
        requireNonNull(value, "value is null");
        requireNonNull(limit, "limit is null");
        requireNonNull(mend, "mend is null");
    }

    /** {@code resource: what, the value; the limit; how to mend it}. */
    @Override
    public String toString() {
        return resource + ": " + what + (value.isEmpty() ? "" : ", " + value) + "; " + limit + "; " + mend;
    }
}
