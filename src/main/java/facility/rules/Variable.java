package facility.rules;

import java.util.regex.Pattern;

/** Names in an environment as a shell takes them: Kubernetes allows more, notebooks' kernels do not. */
final class Variable {
    static final String SHAPE = "letters, digits and \"_\", not beginning with a digit";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Variable() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
