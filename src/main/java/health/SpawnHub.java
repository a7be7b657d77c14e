package health;

import java.io.IOException;
import java.time.Duration;

/** What a check asks the hub. Each throws when nobody answers. */
interface SpawnHub {
    /** The check user, with its servers. */
    HubAnswer user() throws IOException, InterruptedException;

    /** Starts its default server. */
    HubAnswer start() throws IOException, InterruptedException;

    /** Follows what is said of the start, until the hub ends it or the time is over. */
    void follow(SpawnProgress progress, Duration atMost) throws IOException, InterruptedException;

    /** What the server itself answers, the way that a browser takes. */
    HubAnswer server() throws IOException, InterruptedException;

    /** Stops the server, also one that is still starting. */
    HubAnswer stop() throws IOException, InterruptedException;
}
