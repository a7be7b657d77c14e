package change;

/**
 * What a rule says of a resource.
 *
 * @param level {@code mandatory}, {@code advisory}, {@code remediate}
 * @param severity {@code low}, {@code medium}, {@code high}, {@code critical}, or empty
 * @param rule the rule's id, such as {@code images-are-pinned}
 * @param resource the resource's name; empty for one that is about all of them
 */
public record PolicyResult(String level, String severity, String rule, String resource, String message) {
    /** Whether it stops the run. */
    public boolean stops() {
        return level.equals("mandatory");
    }
}
