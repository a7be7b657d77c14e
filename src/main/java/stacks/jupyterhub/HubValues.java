package stacks.jupyterhub;

import facility.Catalogue;
import facility.Group;
import facility.Image;
import facility.JupyterHub;
import facility.storage.SeLinux;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import stacks.storage.SeLinuxRuntime;
import stacks.storage.ServerMount;

/**
 * The hub as values of a chart. The one place that knows zero-to-jupyterhub's value names: the project's own chart takes
 * them, and so does upstream's.
 */
final class HubValues {
    private static final int METRICS_PORT = 8002;

    private static final Map<String, Object> OFF = Map.of("enabled", false);

    private final JupyterHub hub;
    private final Catalogue catalogue;
    private final List<Group> groups;
    private final List<ServerMount> mounts;
    private final List<HubService> services;

    HubValues(
            JupyterHub hub,
            Catalogue catalogue,
            List<Group> groups,
            List<ServerMount> mounts,
            List<HubService> services) {
        this.hub = hub;
        this.catalogue = catalogue;
        this.groups = List.copyOf(groups);
        this.mounts = List.copyOf(mounts);
        this.services = List.copyOf(services);
    }

    Map<String, Object> values() {
        var values = new TreeMap<String, Object>();
        values.put("hub", hub());
        values.put("proxy", proxy());
        values.put("singleuser", new SingleuserValues(hub, catalogue, services).values());
        values.put("cull", Map.of("enabled", true, "timeout", hub.cullAfter().toSeconds(), "users", false));
        values.put("custom", new HubPages(hub, catalogue, mounts).custom());
        // Upstream's parts that need rights on the whole cluster, or a privileged container.
        values.put("scheduling", Map.of("userScheduler", OFF, "podPriority", OFF, "userPlaceholder", OFF));
        values.put("prePuller", Map.of("hook", OFF, "continuous", OFF));
        return values;
    }

    private Map<String, Object> hub() {
        var values = new TreeMap<String, Object>();
        values.put("image", image(hub.hubImage()));
        values.put("existingSecret", JupyterHubStack.SECRET);
        values.put("concurrentSpawnLimit", hub.concurrentSpawns());
        values.put("allowNamedServers", hub.namedServers() > 0);
        values.put("namedServerLimitPerUser", hub.namedServers());
        values.put("config", traits());
        values.put("extraConfig", programs());
        values.put("services", byName(HubService::service));
        values.put("loadRoles", roles());
        values.put("extraFiles", extraFiles());
        var database = new DatabaseValues(hub.database());
        values.put("db", database.db());
        values.put("networkPolicy", Map.of("egress", database.egress()));
        values.put("podSecurityContext", noId("fsGroup"));
        values.put("containerSecurityContext", noId("runAsUser", "runAsGroup"));
        return values;
    }

    /** Traits that zero-to-jupyterhub has no value for, and those of the sign-in. */
    private Map<String, Object> traits() {
        var traits = new TreeMap<String, Object>(new SignInTraits(hub.host(), hub.signIn()).byClass(groups));
        var spawner = new TreeMap<String, Object>(Map.of(
                // A home outlives every server of its user, and the user's account.
                "delete_pvc",
                false,
                "container_security_context",
                Map.of("allowPrivilegeEscalation", false, "capabilities", Map.of("drop", List.of("ALL"))),
                "pod_security_context",
                Map.of(
                        // A home with a million files is not gone through at every start.
                        "fsGroupChangePolicy",
                        "OnRootMismatch",
                        "runAsNonRoot",
                        true,
                        "seccompProfile",
                        Map.of("type", "RuntimeDefault"))));
        if (hub.homes().seLinux().skips()) {
            // Nor are its files relabelled.
            spawner.put("extra_annotations", Map.of(SeLinuxRuntime.ANNOTATION, "true"));
            spawner.put("extra_pod_config", Map.of("runtimeClassName", SeLinux.RUNTIME_CLASS));
        }
        traits.put("KubeSpawner", spawner);
        return traits;
    }

    private Map<String, Object> proxy() {
        return Map.of(
                "service",
                Map.of("type", "ClusterIP"),
                "https",
                OFF,
                "chp",
                Map.of(
                        "image",
                        image(hub.proxyImage()),
                        "containerSecurityContext",
                        noId("runAsUser", "runAsGroup"),
                        // Off by default; the port is the proxy's metrics alone.
                        "extraCommandLineFlags",
                        List.of("--metrics-ip=0.0.0.0", "--metrics-port=" + METRICS_PORT)));
    }

    private static Map<String, Object> image(Image image) {
        return Map.of("name", image.name(), "tag", image.tag());
    }

    /** Takes upstream's fixed ids away. */
    private static Map<String, Object> noId(String... names) {
        var ids = new TreeMap<String, Object>();
        for (String name : names) {
            ids.put(name, null);
        }
        return ids;
    }

    /** What has no value: the catalogue's groups, and the secret that a sign-in needs. */
    private Map<String, Object> programs() {
        var programs = new TreeMap<String, Object>();
        programs.put("catalogue", program("catalogue.py"));
        programs.put("cull-gpu", program("cull_gpu.py"));
        programs.put("login-page", program("login_page.py"));
        programs.put("mounts", program("mounts.py"));
        services.forEach(
                service -> service.program().ifPresent(text -> programs.put("service-" + service.name(), text)));
        new SignInTraits(hub.host(), hub.signIn()).secretProgram().ifPresent(text -> programs.put("sign-in", text));
        return programs;
    }

    private Map<String, Object> byName(Function<HubService, Map<String, Object>> entry) {
        var entries = new TreeMap<String, Object>();
        services.forEach(service -> entries.put(service.name(), entry.apply(service)));
        return entries;
    }

    /** The services', and the users' own: whoever may use the hub may use the services that are for users. */
    private Map<String, Object> roles() {
        var roles = byName(HubService::role);
        roles.values().removeIf(role -> ((List<?>) ((Map<?, ?>) role).get("scopes")).isEmpty());
        var users = new ArrayList<>(List.of("self"));
        services.stream()
                .filter(HubService::forUsers)
                .forEach(service -> users.add("access:services!service=" + service.name()));
        // Under this name it takes the place of JupyterHub's own, which is "self" alone.
        roles.put("user", Map.of("scopes", List.copyOf(users)));
        return roles;
    }

    /** Programs and pages that the hub reads from files; see their folder in this package's resources. */
    private Map<String, Object> extraFiles() {
        var files = new TreeMap<String, Object>();
        files.put("gpu-culler", file("gpu_culler.py", program("gpu_culler.py")));
        files.put("page-html", file("templates/page.html", program("page.html")));
        files.put("login-html", file("templates/login.html", program("login.html")));
        files.putAll(new DatabaseValues(hub.database()).files());
        files.putAll(new SignInTraits(hub.host(), hub.signIn()).files());
        return files;
    }

    private static Map<String, Object> file(String name, String text) {
        return Map.of("mountPath", "/usr/local/etc/jupyterhub/" + name, "stringData", text);
    }

    static String program(String file) {
        try (var text = HubValues.class.getResourceAsStream(file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
