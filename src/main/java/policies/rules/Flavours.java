package policies.rules;

import java.util.Map;
import java.util.TreeMap;
import policy.Node;
import policy.Resource;

/** What a user of the hub may choose, as KubeSpawner's overrides. */
final class Flavours {
    private Flavours() {}

    /** By {@code flavour <profile>/<choice>}; none for an object that is not the hub's configuration. */
    static Map<String, Node> of(Resource resource) {
        var all = new TreeMap<String, Node>();
        ChartValues.ofHub(resource).map(values -> values.at("singleuser")).ifPresent(user -> {
            user.at("profileList").items().forEach(profile -> add(profile, all));
            all.putAll(byDefault(user));
        });
        return all;
    }

    /** What a flavour has that says nothing of its own. */
    private static Map<String, Node> byDefault(Node user) {
        var override = new TreeMap<String, Object>();
        user.at("cpu", "limit").text().ifPresent(cpu -> override.put("cpu_limit", cpu));
        user.at("memory", "limit").text().ifPresent(memory -> override.put("mem_limit", memory));
        Node resources = user.at("extraResource", "limits");
        if (resources.present()) {
            override.put("extra_resource_limits", resources.value());
        }
        return override.isEmpty() ? Map.of() : Map.of("flavour by default", new Node(user.path(), override));
    }

    private static void add(Node profile, Map<String, Node> all) {
        String name = "flavour "
                + profile.at("slug").text().orElse(profile.at("display_name").textOr("?"));
        if (profile.at("kubespawner_override").present()) {
            all.put(name, profile.at("kubespawner_override"));
        }
        profile.at("profile_options").fields().values().forEach(option -> option.at("choices")
                .fields()
                .forEach((choice, chosen) -> all.put(name + "/" + choice, chosen.at("kubespawner_override"))));
    }
}
