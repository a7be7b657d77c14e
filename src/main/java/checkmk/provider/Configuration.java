package checkmk.provider;

import checkmk.rest.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import provider.Faults;
import provider.Field;

/** The provider's own inputs. */
final class Configuration {
    /** A site answers within a second; only its activation takes minutes. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    static final List<Field> FIELDS = List.of(
            Field.text("url"),
            Field.text("site"),
            Field.text("user"),
            Field.text("secret").asSecret(),
            Field.text("authority").optional());

    private Configuration() {}

    /** Every fault at once. */
    static List<String> faults(Map<String, Object> values) {
        var faults = new ArrayList<String>(Faults.of(FIELDS, values));
        if (values.get("url") instanceof String url && !url.startsWith("https://")) {
            faults.add("url: is not encrypted, \"" + url + "\"; https:// and a host; the secret would be readable");
        }
        return faults;
    }

    static Server server(Map<String, Object> values) {
        return new Server(
                String.valueOf(values.get("url")),
                String.valueOf(values.get("site")),
                String.valueOf(values.get("user")),
                String.valueOf(values.get("secret")),
                Optional.ofNullable(values.get("authority")).map(file -> Path.of(String.valueOf(file))),
                TIMEOUT,
                PATIENCE);
    }
}
