package facility;

/** A known value that the declaration writes as a word. */
public interface Keyed {
    /** The word: {@code A100-80GB}, {@code cephfs}, {@code Retain}. */
    String key();
}
