package checkmk.provider;

import checkmk.rest.Activation;
import checkmk.rest.Client;
import java.util.Map;
import java.util.TreeMap;
import provider.Kind;

/** All kinds of resources by their type token: a public contract. */
final class Kinds {
    private Kinds() {}

    /** Without a client the kinds still know their fields, which is all that checking needs. */
    static Map<String, Kind> of(Client client) {
        var activation = new Activation(client);
        var all = new TreeMap<String, Kind>();
        Map.of(
                        "Folder", new FolderObject(),
                        "Host", new HostObject(),
                        "Rule", new RuleObject(),
                        "Password", new PasswordObject())
                .forEach((name, object) -> {
                    String type = "checkmk:index:" + name;
                    all.put(type, new Configured(type, object, client, activation));
                });
        all.put("checkmk:index:Downtime", new DowntimeKind(client));
        all.put("checkmk:index:Activation", new ActivationKind(activation));
        return Map.copyOf(all);
    }
}
