package policies;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import policy.analyzer.PackServer;

/** What the engine starts for {@code --policy-pack policies}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var root = Path.of(System.getProperty("facility.root", ""));
        PackServer.main(new FacilityPack(root.toAbsolutePath(), Clock.systemUTC()));
    }
}
