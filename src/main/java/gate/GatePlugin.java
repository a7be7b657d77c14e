package gate;

import checkmk.rest.Client;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import provider.EngineLog;
import provider.Field;
import provider.Kind;
import provider.Plugin;
import target.Target;

/** The gates, by their type tokens: a public contract. */
public final class GatePlugin implements Plugin {
    private final EngineLog log;
    private volatile boolean cancelled;

    public GatePlugin(EngineLog log) {
        this.log = log;
    }

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
        var downtimes = Optional.ofNullable(configuration.get("url"))
                .map(url -> new Downtimes(new Client(GateSite.of(configuration))));
        var kinds = new TreeMap<String, Kind>();
        kinds.put("facility:gate:Health", new HealthGate(environment, target, () -> cancelled, log::say));
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
}
