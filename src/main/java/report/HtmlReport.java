package report;

import change.ChangeSet;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;

/**
 * A page that needs nothing but itself: no request leaves it, and its own policy forbids any, and any script or style but
 * the two that are in it. Every value is escaped by the template.
 */
final class HtmlReport {
    private static final String FOLDER = "/report/";

    private HtmlReport() {}

    static String of(ChangeSet set) {
        String style = resource("page.css");
        String script = resource("page.js");
        var context = new HashMap<String, Object>();
        context.put("page", HtmlView.of(set));
        context.put("style", style);
        context.put("script", script);
        context.put("styleHash", hash(style));
        context.put("scriptHash", hash(script));
        return Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .compile(resource("page.mustache"))
                .execute(context);
    }

    /** As a content security policy names what it lets run. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(FOLDER + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
