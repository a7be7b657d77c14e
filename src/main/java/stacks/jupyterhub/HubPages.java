package stacks.jupyterhub;

import facility.Catalogue;
import facility.JupyterHub;
import facility.hub.Announcement;
import facility.hub.ExampleRepository;
import facility.hub.Examples;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import stacks.storage.ServerMount;

/** What the programs of this package's resources read as {@code custom}, which upstream's chart leaves to its users. */
final class HubPages {
    /** How often servers with a slice are looked at. */
    private static final Duration GPU_CULLING = Duration.ofMinutes(5);

    private final JupyterHub hub;
    private final Catalogue catalogue;
    private final List<ServerMount> mounts;

    HubPages(JupyterHub hub, Catalogue catalogue, List<ServerMount> mounts) {
        this.hub = hub;
        this.catalogue = catalogue;
        this.mounts = mounts;
    }

    Map<String, Object> custom() {
        var custom = new TreeMap<String, Object>(Map.of(
                "cullGpu",
                Map.of(
                        "timeout", hub.cullGpuAfter().toSeconds(),
                        "every", GPU_CULLING.toSeconds()),
                "examples",
                examples(),
                "loginPage",
                loginPage(),
                "mounts",
                mounts.stream().map(HubPages::mount).toList()));
        SpawnChecking.custom(hub, catalogue).ifPresent(check -> custom.put("spawnCheck", check));
        return custom;
    }

    /** In the order of the catalogue, as the collaborations are shown everywhere. */
    private List<Map<String, Object>> examples() {
        var folders = hub.examples().map(Examples::repositories).orElse(List.of()).stream()
                .map(ExampleRepository::name)
                .toList();
        return catalogue.collaborations().stream()
                .filter(collaboration -> folders.contains(collaboration.name()))
                .<Map<String, Object>>map(collaboration -> new TreeMap<>(Map.of(
                        "folder", collaboration.name() + "/notebooks",
                        "groups", collaboration.groups(),
                        "name", collaboration.displayName())))
                .toList();
    }

    private static Map<String, Object> mount(ServerMount mount) {
        var fields = new TreeMap<String, Object>(Map.of(
                "claim", mount.claim(),
                "mountPath", mount.mountPath(),
                "readOnly", mount.readOnly(),
                "propagated", mount.propagated(),
                "groups", mount.groups()));
        mount.subPath().ifPresent(path -> fields.put("subPath", path));
        return fields;
    }

    private Map<String, Object> loginPage() {
        var page = new TreeMap<String, Object>();
        page.put("welcome", hub.loginPage().welcome());
        page.put(
                "links",
                hub.loginPage().links().stream()
                        .map(link -> new LinkedHashMap<>(Map.of("name", link.displayName(), "url", link.url())))
                        .toList());
        hub.loginPage().announcement().ifPresent(announcement -> page.put("announcement", announcement(announcement)));
        return page;
    }

    /** Moments of the world's clock, so that neither the hub's image nor its node has to know the zone. */
    private Map<String, Object> announcement(Announcement announcement) {
        return new TreeMap<>(Map.of(
                "start", moment(announcement.start()).toString(),
                "end", moment(announcement.end()).toString(),
                "text", announcement.text()));
    }

    private Instant moment(String clock) {
        return Announcement.moment(clock, hub.timeZone()).orElseThrow();
    }
}
