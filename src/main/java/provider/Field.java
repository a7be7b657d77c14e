package provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An input of a resource.
 *
 * @param replaces whether the server cannot change it: another value is another object
 */
public record Field(String name, Type type, boolean required, boolean secret, boolean replaces) {
    /** What a value has to be. */
    public enum Type {
        TEXT("text", String.class),
        TRUTH("true or false", Boolean.class),
        MAP("keys with values", Map.class),
        LIST("a list", List.class);

        private final String words;
        private final Class<?> type;

        Type(String words, Class<?> type) {
            this.words = words;
            this.type = type;
        }
    }

    public static Field text(String name) {
        return new Field(name, Type.TEXT, true, false, false);
    }

    public static Field map(String name) {
        return new Field(name, Type.MAP, false, false, false);
    }

    public static Field truth(String name) {
        return new Field(name, Type.TRUTH, false, false, false);
    }

    public Field kept() {
        return new Field(name, type, required, secret, true);
    }

    public Field asSecret() {
        return new Field(name, type, required, true, replaces);
    }

    public Field optional() {
        return new Field(name, type, false, secret, replaces);
    }

    /** What is wrong with a value, in the house's form; a secret's value is not repeated. */
    Optional<String> fault(Object value) {
        if (value == null) {
            return required ? Optional.of(name + ": is missing; " + type.words + "; add it") : Optional.empty();
        }
        if (value.equals(Wire.UNKNOWN)) {
            return Optional.empty();
        }
        if (!type.type.isInstance(value) || value.equals("")) {
            return Optional.of(name + ": is of another type" + (secret ? "" : ", \"" + value + "\"") + "; " + type.words
                    + "; correct the value");
        }
        return Optional.empty();
    }
}
