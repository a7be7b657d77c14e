package stacks.jupyterhub;

import facility.Catalogue;
import facility.JupyterHub;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The users' servers as zero-to-jupyterhub's {@code singleuser}. */
final class SingleuserValues {
    private final JupyterHub hub;
    private final Catalogue catalogue;
    private final List<HubService> services;

    SingleuserValues(JupyterHub hub, Catalogue catalogue, List<HubService> services) {
        this.hub = hub;
        this.catalogue = catalogue;
        this.services = services;
    }

    Map<String, Object> values() {
        var values = new TreeMap<String, Object>();
        values.put("startTimeout", hub.startTimeout().toSeconds());
        values.put("uid", null);
        values.put("fsGid", null);
        values.put("cloudMetadata", Map.of("blockWithIptables", false));
        values.put("extraEnv", ofServices(ForServers::environment));
        values.put("storage", storage());
        values.put(
                "profileList",
                catalogue.collaborations().stream()
                        .filter(collaboration -> !collaboration.offered().isEmpty())
                        .map(collaboration -> Profiles.profile(catalogue, collaboration))
                        .toList());
        return values;
    }

    private Map<String, Object> storage() {
        var configMaps = ofServices(ForServers::configMaps);
        return Map.of(
                "extraVolumes",
                configMaps.keySet().stream()
                        .map(name -> Map.of("name", name, "configMap", Map.of("name", name)))
                        .toList(),
                "extraVolumeMounts",
                configMaps.entrySet().stream()
                        .map(each -> Map.of("name", each.getKey(), "mountPath", each.getValue(), "readOnly", true))
                        .toList(),
                "type",
                "dynamic",
                "capacity",
                hub.homes().size().toString(),
                "dynamic",
                Map.of(
                        "storageClass",
                        hub.homes().storageClass(),
                        // One home for all servers of a user: so it has to be mounted by several at once.
                        "pvcNameTemplate",
                        "claim-{username}",
                        "volumeNameTemplate",
                        Profiles.HOME_VOLUME,
                        "storageAccessModes",
                        List.of("ReadWriteMany")));
    }

    private Map<String, String> ofServices(Function<ForServers, Map<String, String>> part) {
        var all = new TreeMap<String, String>();
        services.forEach(service -> all.putAll(part.apply(service.forServers())));
        return all;
    }
}
