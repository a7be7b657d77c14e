package policy.analyzer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The secrets of one request: rules see them, and what rules say comes out without them. */
final class Masks {
    private static final String SHOWN = "[secret]";

    private final Set<Object> given = new HashSet<>();

    /** The longest first: a secret may be part of another. */
    private final Set<String> secrets =
            new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    void add(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::add);
        } else if (value instanceof List<?> items) {
            items.forEach(this::add);
        } else if (value != null) {
            given.add(value);
            String text = value.toString();
            secrets.add(text);
            decoded(text);
            text.lines().forEach(secrets::add);
            secrets.remove("");
        }
    }

    /** The data of a Secret is written in base64: a rule may have read it. */
    private void decoded(String text) {
        try {
            String behind = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            secrets.add(behind);
            behind.lines().forEach(secrets::add);
        } catch (IllegalArgumentException notBase64) {
            secrets.remove("");
        }
        secrets.remove("");
    }

    /** Whether this very value came as a secret. */
    boolean hides(Object value) {
        return given.contains(value);
    }

    String masked(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, SHOWN);
        }
        return masked;
    }
}
