package stacks.monitoring;

import facility.Facility;
import facility.GpuService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An address that is asked from outside.
 *
 * @param service the service with GPUs that it is of: it may lie where the prober does not get otherwise
 */
record ProbeTarget(String name, String url, ProberModule module, Optional<GpuService> service) {
    /** Of the Open Inference Protocol, which Triton and others serve. */
    private static final String READY = "/v2/health/ready";

    /** One for each host that a service claims, the services with GPUs, and the further ones. */
    static List<ProbeTarget> of(Facility facility) {
        var targets = new ArrayList<ProbeTarget>();
        var probes = facility.monitoring().probes();
        facility.hosts()
                .forEach((path, host) -> targets.add(new ProbeTarget(
                        name(path),
                        "https://" + host + probes.paths().getOrDefault(path, "/"),
                        facility.refusingHosts().contains(path) ? ProberModule.HTTPS_REFUSED : ProberModule.HTTPS,
                        Optional.empty())));
        facility.gpu().services().forEach(service -> targets.add(of(service)));
        new TreeMap<>(probes.others())
                .forEach((name, url) -> targets.add(new ProbeTarget(name, url, ProberModule.HTTPS, Optional.empty())));
        return targets;
    }

    /** Asked as the users of its first namespace do. */
    private static ProbeTarget of(GpuService service) {
        var module = ProberModule.of(service);
        String endpoint = service.endpoint(service.namespaces().get(0));
        return new ProbeTarget(
                "gpu-" + service.name(), endpoint + (module.isHttp() ? READY : ""), module, Optional.of(service));
    }

    /** {@code hub} of {@code hub.host}; what is no character of an object's name becomes a dash. */
    private static String name(String path) {
        return path.replaceAll("\\.host$", "")
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
