package policy.analyzer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The secrets of one request: rules see them, and what rules say comes out without them. */
final class Masks {
    private static final String SHOWN = "[secret]";

    private final Set<Object> given = new HashSet<>();

    void add(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::add);
        } else if (value instanceof List<?> items) {
            items.forEach(this::add);
        } else if (value != null) {
            given.add(value);
        }
    }

    /** All that must not be read, the longest first: a secret may be part of another. Most requests find nothing to say. */
    private Set<String> secrets() {
        var secrets = new TreeSet<String>(
                Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (Object value : given) {
            String text = value.toString();
            secrets.add(text);
            text.lines().forEach(secrets::add);
            decoded(text).ifPresent(behind -> {
                secrets.add(behind);
                behind.lines().forEach(secrets::add);
            });
        }
        secrets.remove("");
        return secrets;
    }

    /** The data of a Secret is written in base64: a rule may have read it. */
    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether this very value came as a secret. */
    boolean hides(Object value) {
        return given.contains(value);
    }

    String masked(String text) {
        String masked = text;
        for (String secret : secrets()) {
            masked = masked.replace(secret, SHOWN);
        }
        return masked;
    }
}
