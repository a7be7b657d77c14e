package facility.rules;

import facility.Facility;
import facility.Problems;
import facility.binder.Egress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds connect out by the one setting in force, and what is not in force is not declared beside it. */
final class BinderEgressIsOneWay implements Rule {
    private static final String PATH = "binder.builds.egress";

    @Override
    public void check(Facility facility, Problems problems) {
        Egress egress = facility.binder().builds().egress();
        declared(egress).forEach((kind, there) -> {
            String path = PATH + "." + kind.key();
            if (kind == egress.use() && !there) {
                problems.add(
                        PATH + ".use",
                        "names a setting that is not declared",
                        "\"" + kind.key() + "\"",
                        "a setting with its value beside it",
                        "add " + path);
            } else if (kind != egress.use() && there) {
                problems.add(
                        path,
                        "is declared and not in force",
                        "",
                        "only what " + PATH + ".use names, which is "
                                + egress.use().key(),
                        "remove it, or change " + PATH + ".use");
            }
        });
        networks(egress.cidrs(), problems);
        egress.proxy().ifPresent(proxy -> proxy(proxy, problems));
        names(egress.dnsNames(), problems);
    }

    private static Map<Egress.Kind, Boolean> declared(Egress egress) {
        var declared = new LinkedHashMap<Egress.Kind, Boolean>();
        declared.put(Egress.Kind.CIDRS, !egress.cidrs().isEmpty());
        declared.put(Egress.Kind.PROXY, egress.proxy().isPresent());
        declared.put(Egress.Kind.DNS_NAMES, !egress.dnsNames().isEmpty());
        return declared;
    }

    private static void networks(List<String> cidrs, Problems problems) {
        for (int index = 0; index < cidrs.size(); index++) {
            network(PATH + ".cidrs[" + index + "]", cidrs.get(index), problems);
        }
    }

    private static void network(String path, String text, Problems problems) {
        if (!Cidr.isNetwork(text)) {
            problems.add(
                    path,
                    "is no network",
                    "\"" + text + "\"",
                    "an address with a mask and no bit beyond it, such as 192.0.2.0/24",
                    "correct it");
        } else if (Cidr.isEverything(text)) {
            problems.add(
                    path,
                    "is the whole world",
                    "\"" + text + "\"",
                    "the networks that builds need",
                    "name them, or use a proxy or dnsNames");
        }
    }

    private static void proxy(Egress.Proxy proxy, Problems problems) {
        if (!isProxy(proxy.url())) {
            problems.add(
                    PATH + ".proxy.url",
                    "is no proxy's address",
                    "\"" + proxy.url() + "\"",
                    "http://host:port, without path or password",
                    "correct it");
        }
        network(PATH + ".proxy.cidr", proxy.cidr(), problems);
    }

    private static boolean isProxy(String text) {
        try {
            var uri = new URI(text);
            boolean bare = uri.getPath() != null && uri.getPath().isEmpty() && uri.getUserInfo() == null;
            return "http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0 && bare;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static void names(List<String> names, Problems problems) {
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            // OVN takes one leading wildcard label.
            String host = name.startsWith("*.") ? name.substring(2) : name;
            if (!DnsName.isHost(host)) {
                problems.add(
                        PATH + ".dnsNames[" + index + "]",
                        "is no host name",
                        "\"" + name + "\"",
                        "a DNS name such as packages.example.org, or *.example.org",
                        "correct it");
            }
        }
    }
}
