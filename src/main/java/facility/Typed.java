package facility;

import java.util.Locale;

/** One of several records that stand for the same thing: the declaration chooses by the key {@code type}. */
public interface Typed {
    /** The word that chooses this record: its name with hyphens, {@code sqlite-pvc} for {@code SqlitePvc}. */
    static String word(Class<?> record) {
        return record.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    default String type() {
        return word(getClass());
    }
}
