package health;

import java.util.Locale;

/** How a thing stands that was to be looked at. */
public enum Outcome {
    /** Looked at, and it works. */
    GREEN,
    /** It does not work, is absent, or could not be looked at although it should. */
    RED,
    /** Nobody could be asked from here; neither good nor bad, and never counted as looked at. */
    NOT_ASKED;

    /** As the JSON writes it: {@code green}, {@code red}, {@code not asked}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
