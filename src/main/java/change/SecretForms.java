package change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;

/** The forms in which a secret's value turns up inside other texts. */
final class SecretForms {
    /** The shortest secret that a declaration takes ({@code SecretValue.Form}). */
    private static final int SHORTEST = 8;

    /** A line of a PEM body has 64 characters, its last one often fewer; shorter ones say nothing. */
    private static final int SHORTEST_LINE = 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private SecretForms() {}

    static Set<String> of(String value) {
        var forms = new TreeSet<String>();
        add(forms, value);
        add(forms, value.strip());
        if (value.strip().contains("\n")) {
            value.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= SHORTEST_LINE && !line.startsWith("-----"))
                    .forEach(line -> add(forms, line));
        }
        if (value.strip().startsWith("{")) {
            leaves(forms, value);
        }
        return forms;
    }

    private static void add(Set<String> forms, String value) {
        if (value.length() < SHORTEST) {
            return;
        }
        forms.add(value);
        forms.add(new String(JsonStringEncoder.getInstance().quoteAsString(value)));
        String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
        forms.add(form);
        forms.add(form.replace("+", "%20"));
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        for (int offset = 0; offset < 3; offset++) {
            forms.add(inside(Base64.getEncoder(), bytes, offset));
            forms.add(inside(Base64.getUrlEncoder(), bytes, offset));
        }
    }

    /**
     * The characters of a longer text's base64 that depend on this value alone: three bytes become four characters, so
     * those at its ends depend on how many bytes stand before it.
     */
    private static String inside(Base64.Encoder encoder, byte[] bytes, int offset) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int first = (offset * 8 + 5) / 6;
        int end = shifted.length * 8 / 6;
        return encoded.substring(first, end);
    }

    /** A login to registries is JSON: what is secret in it are its leaves. */
    private static void leaves(Set<String> forms, String value) {
        try {
            leaves(forms, JSON.readTree(value));
        } catch (JsonProcessingException noJson) {
            // Then it is a secret that begins with a brace, and was added whole.
        }
    }

    private static void leaves(Set<String> forms, JsonNode node) {
        if (node.isTextual()) {
            add(forms, node.asText());
        }
        node.forEach(child -> leaves(forms, child));
    }
}
