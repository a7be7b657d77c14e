package change;

/**
 * Something that went wrong, in the words of whoever found it.
 *
 * @param resource kind and name; empty for the run as a whole
 */
public record Notice(String resource, String message) {}
