package change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The forms in which a secret's value turns up inside other texts. */
final class SecretForms {
    /** The shortest secret that a declaration takes ({@code SecretValue.Form}). */
    private static final int SHORTEST = 8;

    /** A line of a PEM body has 64 characters, its last one often fewer; shorter ones say nothing. */
    private static final int SHORTEST_LINE = 20;

    /** What a login to a registry says openly: docker's {@code config.json}. */
    private static final Set<String> OPEN = Set.of("username", "email", "serveraddress");

    private static final Pattern PERCENT = Pattern.compile("%[0-9A-F]{2}");

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
        // A text in single quotes, as YAML writes it.
        forms.add(value.replace("'", "''"));
        json(forms, value);
        urls(forms, value);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        for (int offset = 0; offset < 3; offset++) {
            forms.add(inside(Base64.getEncoder(), bytes, offset));
            forms.add(inside(Base64.getUrlEncoder(), bytes, offset));
        }
    }

    /** Once, and once more within another JSON; Go's own encoder also escapes what HTML would read. */
    private static void json(Set<String> forms, String value) {
        String once = quoted(value);
        for (String form : List.of(
                once, once.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))) {
            forms.add(form);
            forms.add(quoted(form));
        }
    }

    private static String quoted(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }

    /** As a form, as a path, and as JavaScript and Python write either; with digits of both cases. */
    private static void urls(Set<String> forms, String value) {
        String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String part = form.replace("+", "%20");
        String script = part.replace("%7E", "~")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")");
        String python = part.replace("%7E", "~").replace("*", "%2A");
        for (String each : List.of(form, part, form.replace("%7E", "~"), script, python, python.replace("%2F", "/"))) {
            forms.add(each);
            forms.add(PERCENT.matcher(each).replaceAll(digits -> digits.group().toLowerCase(Locale.ROOT)));
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
            leaves(forms, "", JSON.readTree(value));
        } catch (JsonProcessingException noJson) {
            // Then it is a secret that begins with a brace, and was added whole.
        }
    }

    private static void leaves(Set<String> forms, String name, JsonNode node) {
        if (node.isTextual() && !OPEN.contains(name)) {
            add(forms, node.asText());
            if (name.equals("auth")) {
                password(forms, node.asText());
            }
        }
        node.properties().forEach(field -> leaves(forms, field.getKey(), field.getValue()));
        if (node.isArray()) {
            node.forEach(item -> leaves(forms, name, item));
        }
    }

    /** {@code auth} is the base64 of {@code user:password}; it may be all that a login has. */
    private static void password(Set<String> forms, String auth) {
        try {
            String login = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
            add(forms, login.substring(login.indexOf(':') + 1));
        } catch (IllegalArgumentException noBase64) {
            // Then nobody can sign in with it, and it was added whole.
        }
    }
}
