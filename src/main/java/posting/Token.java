package posting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A secret that is sent in one header and shown nowhere. */
final class Token {
    private final String value;

    Token(String value) {
        this.value = value;
    }

    String header(String before) {
        return before + value;
    }

    /** The text with the token taken out, should somebody have put it there. */
    String masked(String text) {
        return text.replace(value, "***")
                .replace(URLEncoder.encode(value, StandardCharsets.UTF_8), "***")
                .replace(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)), "***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
