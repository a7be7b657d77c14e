package facility;

import java.util.Locale;

/** An instance of the facility: what the engine calls a stack instance. */
public enum Environment {
    DEV,
    PROD;

    /** As people and file names write it: {@code dev}, {@code prod}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
