package facility.rules;

import facility.Problems;
import java.util.List;

/** Networks that something is let out to: at least one, each a network, and none of them the world. */
final class Networks {
    private Networks() {}

    /** @param whose what answers from them, as in {@code "the server"} */
    static void check(String path, String whose, List<String> networks, Problems problems) {
        if (networks.isEmpty()) {
            problems.add(
                    path,
                    "is empty",
                    "[]",
                    "the networks that " + whose + " answers from, or nothing reaches it",
                    "add one, such as 192.0.2.10/32");
        }
        for (int i = 0; i < networks.size(); i++) {
            String network = networks.get(i);
            if (!Cidr.isNetwork(network) || Cidr.isEverything(network)) {
                problems.add(
                        path + "[" + i + "]",
                        Cidr.isNetwork(network) ? "is the whole world" : "is no network",
                        "\"" + network + "\"",
                        "an address with its prefix length, such as 192.0.2.10/32",
                        "write those of " + whose);
            }
        }
    }
}
