package gate;

import checkmk.rest.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import registration.Inputs;

/** The CheckMK site that watches an environment, from the inputs of a provider. */
public final class GateSite {
    /** As for CheckMK's own resources; nothing is activated here. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private GateSite() {}

    /**
     * The server that a gate speaks to.
     *
     * @param values {@code url}, {@code site}, {@code user}, {@code secret}, and {@code authority} if there is one
     */
    public static Server of(Map<String, Object> values) {
        return new Server(
                String.valueOf(values.get("url")),
                String.valueOf(values.get("site")),
                String.valueOf(values.get("user")),
                values.get("secret") instanceof Inputs.Secret secret
                        ? secret.value()
                        : String.valueOf(values.get("secret")),
                Optional.ofNullable(values.get("authority")).map(file -> Path.of(String.valueOf(file))),
                TIMEOUT,
                TIMEOUT);
    }
}
