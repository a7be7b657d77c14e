package engine;

/** How the engine marks values in what it writes: constants of its {@code sig} and {@code plugin} packages. */
public final class Marks {
    /** The key that a marked value has; a secret, where nothing else is marked. */
    public static final String SECRET = "4dabf18193072939515e22adb298388d";

    /** What stands for a text that only the run will know. */
    public static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private Marks() {}
}
