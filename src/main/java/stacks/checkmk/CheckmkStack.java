package stacks.checkmk;

import facility.GpuService;
import facility.checkmk.Checkmk;
import facility.checkmk.Downtime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kube.Declared;
import kube.ProvidedResource;
import stacks.Stack;

/**
 * How the facility is watched from outside: the cluster as a host with the Kubernetes agent, each public address as a
 * host with its HTTP and certificate checks, and one activation after all of it.
 */
public final class CheckmkStack implements Stack {
    private static final String TYPES = "checkmk:index:";
    private static final String ACTIVATION = "activation";

    private final Checkmk checkmk;
    private final Map<String, Boolean> addresses;
    private final List<GpuService> gpuServices;
    private final String folder;
    private final String token;

    /**
     * @param hosts the hosts that the facility's services claim, by path: a new Route gets its checks by itself
     * @param refusing the paths of those that refuse a stranger
     * @param gpuServices the services with GPUs, as CheckMK reaches them
     */
    public CheckmkStack(
            Checkmk checkmk, Map<String, String> hosts, Set<String> refusing, List<GpuService> gpuServices) {
        this.gpuServices = List.copyOf(gpuServices);
        this.checkmk = checkmk;
        this.addresses = new TreeMap<>();
        hosts.forEach((path, host) -> addresses.put(host, refusing.contains(path)));
        this.folder = "/" + checkmk.folder();
        this.token = checkmk.cluster().replaceAll("[^A-Za-z0-9_]", "_") + "_token";
    }

    @Override
    public String name() {
        return "checkmk";
    }

    @Override
    public List<Declared> objects() {
        return List.of();
    }

    @Override
    public List<ProvidedResource> resources() {
        var resources = new ArrayList<ProvidedResource>();
        resources.add(resource(
                "Folder",
                folder,
                Map.of("path", folder, "title", "Analysis facility, " + checkmk.cluster(), "attributes", Map.of()),
                List.of()));
        resources.add(resource(
                "Password",
                token,
                Map.of("ident", token, "title", "Token of " + checkmk.cluster(), "password", Checkmk.CLUSTER_TOKEN),
                List.of()));
        cluster(resources);
        addresses.forEach((address, refuses) -> address(address, refuses, resources));
        gpuServices.forEach(service -> gpuService(service, resources));
        var activated = resources.stream().map(ProvidedResource::key).toList();
        resources.add(resource(
                "Activation",
                ACTIVATION,
                Map.of(
                        "digest", digest(resources),
                        "forceForeignChanges", checkmk.activateForeign(),
                        "covered", Checkmk.CLUSTER_TOKEN),
                activated));
        checkmk.downtimes().forEach(downtime -> resources.add(downtime(downtime)));
        resources.sort(ProvidedResource.ORDER);
        return resources;
    }

    private void cluster(List<ProvidedResource> resources) {
        // It has no address of its own: all comes from the agent, and what it finds in hosts of their own.
        host(
                checkmk.cluster(),
                Map.of("alias", "OKD", "tag_address_family", "no-ip", "tag_agent", "special-agents"),
                resources);
        rule("special_agents:kube", checkmk.cluster(), RuleValues.kube(checkmk, token), resources);
    }

    private void address(String address, boolean refuses, List<ProvidedResource> resources) {
        host(address, Map.of("tag_agent", "no-agent"), resources);
        rule(
                "active_checks:httpv2",
                address,
                refuses
                        ? RuleValues.refused(address, "https://" + address + "/", checkmk.responseTime())
                        : RuleValues.http(address, "https://" + address + "/", checkmk.responseTime()),
                resources);
        rule("active_checks:cert", address, RuleValues.certificate(address, 443, checkmk.certificate()), resources);
    }

    /** From outside the cluster: whether it answers, and how long its certificate is good. Its checks know the address. */
    private void gpuService(GpuService service, List<ProvidedResource> resources) {
        String host = checkmk.hostOf(service);
        host(host, Map.of("tag_address_family", "no-ip", "tag_agent", "no-agent"), resources);
        switch (service.protocol()) {
            case GRPC -> rule("active_checks:tcp", host, RuleValues.tcp(service), resources);
            case HTTP -> rule(
                    "active_checks:httpv2",
                    host,
                    RuleValues.http(service.name(), url(service), checkmk.responseTime()),
                    resources);
        }
        if (service.tls() && service.host().isPresent()) {
            rule(
                    "active_checks:cert",
                    host,
                    RuleValues.certificate(service.address(), service.port(), checkmk.certificate()),
                    resources);
        }
    }

    /** The Open Inference Protocol's own question whether models can be asked. */
    private static String url(GpuService service) {
        return (service.tls() ? "https://" : "http://") + service.address() + ":" + service.port() + "/v2/health/ready";
    }

    private void host(String name, Map<String, Object> attributes, List<ProvidedResource> resources) {
        resources.add(resource(
                "Host",
                name,
                Map.of("hostName", name, "folder", folder, "attributes", attributes),
                List.of(TYPES + "Folder " + folder)));
    }

    private void rule(String ruleset, String host, String value, List<ProvidedResource> resources) {
        String key = ruleset + "/" + host;
        var after = new ArrayList<>(List.of(TYPES + "Folder " + folder, TYPES + "Host " + host));
        if (value.contains("stored_password")) {
            after.add(TYPES + "Password " + token);
        }
        resources.add(resource(
                "Rule",
                key,
                Map.of(
                        "key", key,
                        "ruleset", ruleset,
                        "folder", folder,
                        "description", host,
                        "valueRaw", value,
                        "conditions", Map.of("host_name", Map.of("match_on", List.of(host), "operator", "one_of"))),
                after));
    }

    /** A downtime needs a core that knows its host: so it comes after the activation. */
    private static ProvidedResource downtime(Downtime downtime) {
        return resource(
                "Downtime",
                downtime.name(),
                Map.of(
                        "key", downtime.name(),
                        "hostName", downtime.host(),
                        "start", downtime.start(),
                        "end", downtime.end(),
                        "comment", downtime.comment()),
                List.of(TYPES + "Activation " + ACTIVATION));
    }

    private static ProvidedResource resource(String kind, String name, Map<String, Object> fields, List<String> after) {
        return new ProvidedResource(TYPES + kind, name, fields, after);
    }

    /**
     * Another one as soon as anything that is activated changes; of a secret only its name goes in,
     * which is why the activation covers the secret as well. */
    private static String digest(List<ProvidedResource> resources) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            resources.stream()
                    .sorted(ProvidedResource.ORDER)
                    .forEach(resource -> sha.update(
                            (resource.key() + canonical(resource.fields()) + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Maps sorted by key: those of Java have an order of their own in each run. */
    private static String canonical(Object value) {
        if (value instanceof Map<?, ?> map) {
            var sorted = new TreeMap<String, String>();
            map.forEach((key, each) -> sorted.put(String.valueOf(key), canonical(each)));
            return sorted.toString();
        }
        return value instanceof List<?> list
                ? list.stream().map(CheckmkStack::canonical).toList().toString()
                : String.valueOf(value);
    }
}
