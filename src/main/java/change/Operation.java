package change;

import com.fasterxml.jackson.annotation.JsonValue;

/** What becomes of a resource. */
public enum Operation {
    CREATE("+"),
    UPDATE("~"),
    /** Deleted and made anew: an object whose changed property cannot be changed in place. */
    REPLACE("!"),
    DELETE("-"),
    /** Nothing of the resource itself changes, only whether the engine may delete it. */
    PROTECTION("*"),
    /** Taken into the state as it is. */
    IMPORT("=");

    private final String sign;

    Operation(String sign) {
        this.sign = sign;
    }

    /** One character, as previews show it. */
    public String sign() {
        return sign;
    }

    @JsonValue
    public String key() {
        return JsonKey.of(this);
    }

    /** Whether what was there is not there afterwards. */
    public boolean removes() {
        return this == DELETE || this == REPLACE;
    }
}
