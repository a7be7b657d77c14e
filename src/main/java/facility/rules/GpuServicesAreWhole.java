package facility.rules;

import facility.Facility;
import facility.GpuService;
import facility.Named;
import facility.Nearest;
import facility.Problems;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** A service with GPUs has one endpoint that the cluster can name, and a way out to it that is no hole. */
final class GpuServicesAreWhole implements Rule {
    private static final int LARGEST_PORT = 65_535;

    @Override
    public void check(Facility facility, Problems problems) {
        facility.gpu()
                .clusterPolicy()
                .filter(policy -> !DnsName.isLabel(policy.name()) && !DnsName.isHost(policy.name()))
                .ifPresent(policy -> problems.add(
                        "gpu.clusterPolicy.name",
                        "is no name of an object",
                        "\"" + policy.name() + "\"",
                        "the one that kubectl get clusterpolicies prints",
                        "correct it, or set clusterPolicy to null"));
        for (GpuService service : facility.gpu().services()) {
            String path = Paths.of(service);
            if (service.port() < 1 || service.port() > LARGEST_PORT) {
                problems.add(
                        path + ".port", "is no port", "" + service.port(), "1 to " + LARGEST_PORT, "correct the port");
            }
            if (!Variable.isName(service.variable())) {
                problems.add(
                        path + ".variable",
                        "is no name of a variable",
                        "\"" + service.variable() + "\"",
                        Variable.SHAPE,
                        "rename it");
            }
            endpoint(service, path, problems);
            declared(path + ".namespaces", "namespace", service.namespaces(), facility.namespaces(), problems);
            service.groups()
                    .ifPresent(groups -> declared(path + ".groups", "group", groups, facility.groups(), problems));
        }
    }

    private static void endpoint(GpuService service, String path, Problems problems) {
        if (service.host().isPresent() == service.addresses().isPresent()) {
            problems.add(
                    path,
                    service.host().isPresent() ? "has two endpoints" : "has no endpoint",
                    "",
                    "either host or addresses",
                    service.host().isPresent() ? "remove one of them" : "add one of them");
        }
        service.host().ifPresent(host -> host(service, host, path, problems));
        service.addresses().ifPresent(addresses -> addresses(service, addresses, path, problems));
    }

    private static void host(GpuService service, String host, String path, Problems problems) {
        if (!DnsName.isHost(host)) {
            problems.add(
                    path + ".host",
                    "is no host name",
                    "\"" + host + "\"",
                    "a DNS name such as triton.example.org, without scheme or port",
                    "correct it");
        }
        if (service.networks().orElse(List.of()).isEmpty()) {
            problems.add(
                    path + ".networks",
                    "is missing",
                    "",
                    "the networks that " + host + " has its addresses in: a NetworkPolicy takes no names",
                    "add them");
        }
        networks(service.networks().orElse(List.of()), path, problems);
    }

    private static void networks(List<String> networks, String path, Problems problems) {
        for (int index = 0; index < networks.size(); index++) {
            String network = networks.get(index);
            if (!Cidr.isNetwork(network)) {
                problems.add(
                        path + ".networks[" + index + "]",
                        "is no network",
                        "\"" + network + "\"",
                        "an address with a mask and no bit beyond it, such as 192.0.2.0/24",
                        "correct it");
            } else if (Cidr.isEverything(network)) {
                problems.add(
                        path + ".networks[" + index + "]",
                        "is the whole world",
                        "\"" + network + "\"",
                        "the networks of the service alone",
                        "name them");
            }
        }
    }

    private static void addresses(GpuService service, List<String> addresses, String path, Problems problems) {
        if (addresses.isEmpty()) {
            problems.add(path + ".addresses", "is empty", "[]", "at least one address", "add one");
        }
        var seen = new HashSet<String>();
        for (int index = 0; index < addresses.size(); index++) {
            String address = addresses.get(index);
            String place = path + ".addresses[" + index + "]";
            if (!Cidr.isNetwork(address + "/32") || own(address)) {
                problems.add(
                        place,
                        "is no address of a server",
                        "\"" + address + "\"",
                        "an IPv4 address that is not a node's own, as EndpointSlices take it",
                        "correct it");
            } else if (!seen.add(address)) {
                problems.add(place, "is there twice", "\"" + address + "\"", "each address once", "remove one of them");
            }
        }
        if (service.networks().isPresent()) {
            problems.add(
                    path + ".networks",
                    "says nothing",
                    String.join(", ", service.networks().get()),
                    "only beside host: addresses are networks of their own",
                    "remove it");
        }
        if (service.tls() && service.host().isEmpty()) {
            problems.add(
                    path + ".tls",
                    "has no name to hold for",
                    "true",
                    "beside host: a certificate is for a name, and addresses have none",
                    "declare host, or set tls to false");
        }
    }

    /** What the API server refuses in an EndpointSlice: unspecified, loopback, link-local and multicast addresses. */
    private static boolean own(String address) {
        int first = Integer.parseInt(address.substring(0, address.indexOf('.')));
        return address.equals("0.0.0.0")
                || first == 127
                || address.startsWith("169.254.")
                || (first >= 224 && first < 240);
    }

    private static void declared(
            String path, String noun, List<String> names, Collection<? extends Named> nouns, Problems problems) {
        var known = nouns.stream().map(Named::name).toList();
        if (names.isEmpty()) {
            problems.add(path, "is empty", "[]", "at least one " + noun + ", or nobody may use it", "add one");
        }
        for (int index = 0; index < names.size(); index++) {
            if (!known.contains(names.get(index))) {
                String hint = Nearest.hint(names.get(index), known);
                problems.add(
                        path + "[" + index + "]",
                        "is no declared " + noun,
                        "\"" + names.get(index) + "\"",
                        "declared are " + String.join(", ", known),
                        hint.isEmpty() ? "use one of these" : hint);
            }
        }
    }
}
