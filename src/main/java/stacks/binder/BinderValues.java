package stacks.binder;

import facility.Image;
import facility.JupyterHub;
import facility.binder.BinderHub;
import facility.binder.Builds;
import facility.binder.RepoProvider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** BinderHub as values of a chart. The one place that knows upstream's value names and traits. */
final class BinderValues {
    private final BinderHub binder;
    private final JupyterHub hub;

    BinderValues(BinderHub binder, JupyterHub hub) {
        this.binder = binder;
        this.hub = hub;
    }

    static String redirectUri(BinderHub binder) {
        return "https://" + binder.host() + "/oauth_callback";
    }

    Map<String, Object> values() {
        Builds builds = binder.builds();
        String kind =
                switch (builds.use()) {
                    case OPENSHIFT_BUILD -> "openshiftBuild";
                    case ROOTLESS -> "pod";
                };
        var values = new TreeMap<String, Object>();
        values.put("image", image(binder.image()));
        values.put("existingSecret", BinderHubStack.SECRET);
        values.put("existingRegistrySecret", BinderHubStack.REGISTRY_SECRET);
        values.put("config", traits());
        values.put("extraConfig", BinderPrograms.of(binder));
        values.put(
                "hub",
                Map.of(
                        "namespace",
                        hub.namespace(),
                        "named_server_limit_per_user",
                        hub.namedServers(),
                        "oauth_redirect_uri",
                        redirectUri(binder)));
        values.put(
                "build", Map.of("namespace", builds.namespace(), "kind", kind, "serviceAccount", BuildPlace.ACCOUNT));
        values.put("service", Map.of("type", "ClusterIP"));
        values.put("imageCleaner", Map.of("enabled", false));
        return values;
    }

    private Map<String, Object> traits() {
        var traits = new TreeMap<String, Object>();
        traits.put("BinderHub", application());
        // Where users' servers are; upstream's default is the namespace of builds, where the count is always 0.
        traits.put(
                "KubernetesLaunchQuota",
                Map.of(
                        "namespace",
                        hub.namespace(),
                        "total_quota",
                        binder.launches().total()));
        traits.put(
                "DockerRegistry",
                Map.of(
                        "url",
                        "https://" + binder.registry().host(),
                        "docker_config_path",
                        "/etc/binderhub/registry/config.json"));
        for (RepoProvider provider : binder.providers()) {
            traits.put(
                    provider.kind().upstreamClass(),
                    Map.of(
                            "hostname",
                            provider.hostname(),
                            "allowed_specs",
                            provider.allowed(),
                            "banned_specs",
                            provider.banned(),
                            "high_quota_specs",
                            provider.higherQuota()));
        }
        traits.putAll(
                switch (binder.builds().use()) {
                    case OPENSHIFT_BUILD -> openShiftBuild();
                    case ROOTLESS -> rootless();
                });
        return traits;
    }

    private Map<String, Object> application() {
        var traits = new TreeMap<String, Object>();
        traits.put("auth_enabled", true);
        traits.put("base_url", "/");
        traits.put("hub_url", "https://" + hub.host() + "/");
        traits.put("hub_url_local", "http://hub." + hub.namespace() + ".svc:8081/");
        traits.put("use_registry", true);
        traits.put("image_prefix", binder.registry().prefix());
        traits.put("per_repo_quota", binder.launches().perRepository());
        traits.put("per_repo_quota_higher", binder.launches().perRepositoryHigher());
        traits.put("concurrent_build_limit", binder.builds().concurrent());
        traits.put("build_max_age", binder.builds().timeout().toSeconds());
        return traits;
    }

    private Map<String, Object> rootless() {
        Builds builds = binder.builds();
        var rootless = builds.rootless().orElseThrow();
        return Map.of(
                "BuildExecutor",
                Map.of(
                        "push_secret",
                        BinderHubStack.REGISTRY_SECRET,
                        "memory_limit",
                        builds.memory().roundedUp().longValueExact()),
                "KubernetesBuildExecutor",
                Map.of(
                        "namespace",
                        builds.namespace(),
                        "build_image",
                        rootless.image().toString(),
                        "extra_envs",
                        proxyVariables()),
                "RootlessBuildExecutor",
                Map.of(
                        "service_account",
                        BuildPlace.ACCOUNT,
                        "security_context_constraints",
                        rootless.securityContextConstraints(),
                        "storage_limit",
                        rootless.storage().toString(),
                        "cpu_limit",
                        builds.cpu().toString()));
    }

    private Map<String, Object> openShiftBuild() {
        Builds builds = binder.builds();
        var traits = new TreeMap<String, Object>(Map.of(
                "namespace", builds.namespace(),
                "dockerfile", builds.openshiftBuild().orElseThrow().dockerfile(),
                "service_account", BuildPlace.ACCOUNT,
                "cpu_limit", builds.cpu().toString(),
                "memory", builds.memory().toString(),
                "deadline_seconds", builds.timeout().toSeconds(),
                "extra_envs", proxyVariables()));
        builds.egress().proxy().ifPresent(proxy -> {
            traits.put("proxy", proxy.url());
            traits.put("no_proxy", String.join(",", proxy.exceptions()));
        });
        return Map.of(
                "BuildExecutor",
                Map.of("push_secret", BinderHubStack.REGISTRY_SECRET),
                "OpenShiftBuildExecutor",
                traits);
    }

    /** In both cases: some programs read the one, some the other. */
    private Map<String, Object> proxyVariables() {
        var variables = new TreeMap<String, Object>();
        binder.builds().egress().proxy().ifPresent(proxy -> {
            for (String name : List.of("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")) {
                variables.put(name, proxy.url());
            }
            String exceptions = String.join(",", proxy.exceptions());
            variables.put("NO_PROXY", exceptions);
            variables.put("no_proxy", exceptions);
        });
        return variables;
    }

    private static Map<String, Object> image(Image image) {
        return Map.of("name", image.name(), "tag", image.tag());
    }
}
