package gate;

import checkmk.rest.Client;
import checkmk.rest.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import provider.Field;
import provider.Kind;
import provider.Plugin;
import target.Target;

/** The gates, by their type tokens: a public contract. */
final class GatePlugin implements Plugin {
    /** As for CheckMK's own resources; nothing is activated here. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private volatile boolean cancelled;

    @Override
    public String name() {
        return "facility";
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public List<Field> configuration() {
        return List.of(
                Field.text("environment"),
                Field.text("target"),
                Field.text("kubeconfig"),
                Field.text("context").optional(),
                Field.text("url").optional(),
                Field.text("site").optional(),
                Field.text("user").optional(),
                Field.text("secret").asSecret().optional(),
                Field.text("authority").optional());
    }

    @Override
    public Map<String, Kind> kinds() {
        return kinds(Map.of());
    }

    @Override
    public Map<String, Kind> kinds(Map<String, Object> configuration) {
        String environment = String.valueOf(configuration.get("environment"));
        Target target = target(configuration);
        var banner = new Banner(target);
        var downtimes = Optional.ofNullable(configuration.get("url")).map(url -> new Downtimes(client(configuration)));
        var kinds = new TreeMap<String, Kind>();
        kinds.put("facility:gate:Health", new HealthGate(environment, target, () -> cancelled));
        kinds.put("facility:gate:Announcement", new AnnouncementGate(banner));
        kinds.put("facility:gate:Downtime", new DowntimeGate(banner, downtimes));
        kinds.put("facility:gate:Lifted", new LiftedGate(banner, downtimes));
        return Map.copyOf(kinds);
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    private static Target target(Map<String, Object> configuration) {
        Path kubeconfig = Path.of(String.valueOf(configuration.get("kubeconfig")));
        return new Target(
                String.valueOf(configuration.get("target")),
                kubeconfig,
                Optional.ofNullable(configuration.get("context")).map(String::valueOf),
                // Who the cluster is was verified by the program, before it registered anything.
                kubeconfig.resolveSibling("identity"),
                Optional.empty(),
                Optional.empty());
    }

    private static Client client(Map<String, Object> configuration) {
        return new Client(new Server(
                String.valueOf(configuration.get("url")),
                String.valueOf(configuration.get("site")),
                String.valueOf(configuration.get("user")),
                String.valueOf(configuration.get("secret")),
                Optional.ofNullable(configuration.get("authority")).map(file -> Path.of(String.valueOf(file))),
                TIMEOUT,
                TIMEOUT));
    }
}
