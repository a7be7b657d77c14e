package stacks.checkmk;

import facility.GpuService;
import facility.checkmk.Checkmk;
import facility.checkmk.Levels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stacks.checkmk.PythonLiteral.Tuple;

/** The values of CheckMK's rules: the one place that knows the keys of its rule sets (2.3 and newer). */
final class RuleValues {
    private RuleValues() {}

    /** {@code special_agents:kube}: the cluster by its API, its usage by the declared source. */
    static String kube(Checkmk checkmk, String password) {
        return PythonLiteral.of(map(
                "cluster_name", checkmk.cluster(),
                "token", stored(password),
                "kubernetes_api_server", endpoint(checkmk.api()),
                "usage_endpoint",
                        Tuple.of(
                                checkmk.usage().type().replace('-', '_'),
                                endpoint(checkmk.usage().url())),
                "monitored_objects",
                        List.of(
                                "deployments",
                                "daemonsets",
                                "statefulsets",
                                "namespaces",
                                "nodes",
                                "pods",
                                "pvcs",
                                "cronjobs"),
                "cluster_resource_aggregation",
                        Tuple.of("cluster_aggregation_exclude_node_roles", List.of("control-plane", "infra"))));
    }

    /** {@code active_checks:httpv2}: the address answers in time. */
    static String http(String name, String url, Levels responseTime) {
        return PythonLiteral.of(answers(name, url, settings(responseTime)));
    }

    /** The same of an address that refuses whoever shows nothing: letting a stranger in would be the fault. */
    static String refused(String name, String url, Levels responseTime) {
        var settings = settings(responseTime);
        settings.put("server_response", map("expected", List.of(401, 403)));
        return PythonLiteral.of(answers(name, url, settings));
    }

    private static Map<String, Object> answers(String name, String url, Map<String, Object> settings) {
        return map(
                "endpoints",
                List.of(map("service_name", service("answers " + name), "url", url)),
                "standard_settings",
                settings);
    }

    private static Map<String, Object> settings(Levels responseTime) {
        return map(
                "response_time",
                fixed(
                        responseTime.warn().toMillis() / 1000.0,
                        responseTime.crit().toMillis() / 1000.0),
                "connection",
                map("redirects", "follow"));
    }

    /** {@code active_checks:cert}: its certificate is good for a while yet. */
    static String certificate(String host, int port, Levels certificate) {
        return PythonLiteral.of(map(
                "connections",
                List.of(map("service_name", service("certificate of " + host), "address", host)),
                "standard_settings",
                map(
                        "port",
                        port,
                        "validity",
                        map("remaining", fixed((double) certificate.warn().toSeconds(), (double)
                                certificate.crit().toSeconds())))));
    }

    /** {@code active_checks:tcp}: the port takes connections; CheckMK has no check that speaks gRPC. */
    static String tcp(GpuService service) {
        var value = map(
                "port",
                service.port(),
                "svc_description",
                "takes connections " + service.name(),
                "hostname",
                service.address());
        if (service.tls()) {
            value.put("ssl", true);
        }
        return PythonLiteral.of(value);
    }

    private static Map<String, Object> endpoint(String url) {
        return map("endpoint_v2", url, "verify_cert", true);
    }

    private static Tuple stored(String ident) {
        return Tuple.of("cmk_postprocessed", "stored_password", Tuple.of(ident, ""));
    }

    private static Map<String, Object> service(String name) {
        return map("prefix", "none", "name", name);
    }

    private static Tuple fixed(double warn, double crit) {
        return Tuple.of("fixed", Tuple.of(warn, crit));
    }

    private static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
