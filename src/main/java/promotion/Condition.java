package promotion;

/**
 * What has to hold before a release may go on.
 *
 * @param name by which an override names it: {@code soak}
 * @param kept whether it holds
 * @param sentence what was found, and, where it does not hold, how to mend it
 * @param mayBeOverridden whether a reason is enough to go on without it
 */
public record Condition(String name, boolean kept, String sentence, boolean mayBeOverridden) {
    static Condition kept(String name, String sentence) {
        return new Condition(name, true, sentence, false);
    }

    static Condition broken(String name, String sentence) {
        return new Condition(name, false, sentence, false);
    }
}
