package stacks.jupyterhub;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What users' servers find of a service.
 *
 * @param environment variables of their processes; never a secret
 * @param configMaps ConfigMaps of the hub's namespace, by name, and where each is mounted
 */
public record ForServers(Map<String, String> environment, Map<String, String> configMaps) {
    static final ForServers NOTHING = new ForServers(Map.of(), Map.of());

    public ForServers {
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        configMaps = Collections.unmodifiableMap(new TreeMap<>(configMaps));
    }
}
