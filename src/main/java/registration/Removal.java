package registration;

/** What the engine does with a resource that is no longer declared, or that a {@code down} meets. */
public enum Removal {
    DELETED,
    /** It refuses the whole run. */
    PROTECTED,
    /** It forgets the resource and leaves it there. */
    LEFT
}
