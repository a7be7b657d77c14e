package facility;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An instance of the facility: what the engine calls a stack instance. */
public enum Environment implements Keyed {
    DEV,
    PROD;

    /** As people and file names write it: {@code dev}, {@code prod}. */
    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The environment of that key; empty for any other word. */
    public static Optional<Environment> of(String key) {
        return Arrays.stream(values())
                .filter(environment -> environment.key().equals(key))
                .findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Environment::key).toList();
    }
}
