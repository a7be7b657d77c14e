package engine;

import java.util.Locale;

/** What the engine's name of a resource says: {@code urn:pulumi:<env>::<project>::<types of parents>$<type>::<name>}. */
public final class Urn {
    private static final String STACK = "facility:stacks:";
    private static final String GATE = "::facility:gate:";
    private static final String GATE_OF_THE_ROOT = "$facility:gate:";

    private Urn() {}

    /** The stack below which it stands; {@code gates} for what stands between stacks, {@code providers} for the rest. */
    public static String stack(String urn) {
        int start = urn.indexOf(STACK);
        if (start < 0) {
            return urn.contains(GATE) || urn.contains(GATE_OF_THE_ROOT) ? "gates" : "providers";
        }
        String rest = urn.substring(start + STACK.length());
        String type = rest.substring(0, Math.min(end(rest, "$"), end(rest, "::")));
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }

    private static int end(String text, String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text.length() : at;
    }

    /** Whether it only groups others. */
    public static boolean isComponent(String type) {
        return type.startsWith(STACK) || type.equals("pulumi:pulumi:Stack");
    }

    /** Whether a stack declares it: neither a group of others nor a provider. */
    public static boolean isDeclared(String type) {
        return !isComponent(type) && !type.startsWith("pulumi:providers:");
    }

    /** Kind and name, as a person says them; the URN itself where it has another form. */
    public static String title(String urn) {
        String[] parts = urn.split("::", -1);
        return parts.length < 4 ? urn : parts[2].substring(parts[2].lastIndexOf(':') + 1) + " " + parts[3];
    }
}
