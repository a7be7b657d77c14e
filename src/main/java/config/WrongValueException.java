package config;

import facility.Nearest;
import facility.Problem;
import java.util.List;

/** One value of the file is wrong; what is known of it where its path is not. */
final class WrongValueException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String value;
    private final String allowed;
    private final String fix;

    WrongValueException(String what, String value, String allowed, Throwable cause) {
        this(what, value, allowed, "correct the value", cause);
    }

    private WrongValueException(String what, String value, String allowed, String fix, Throwable cause) {
        super(what, cause);
        this.value = value;
        this.allowed = allowed;
        this.fix = fix;
    }

    static WrongValueException type(YamlNode node, String allowed) {
        return new WrongValueException("is of the wrong type", node.shown(), allowed, null);
    }

    static WrongValueException unknown(YamlNode node, List<String> known) {
        String word = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        String hint = Nearest.hint(word, known);
        return new WrongValueException(
                "is none of the known values",
                node.shown(),
                "known are " + String.join(", ", known),
                hint.isEmpty() ? "use one of them" : hint,
                null);
    }

    Problem at(String path) {
        return Problem.of(path, getMessage(), value, allowed, fix);
    }
}
