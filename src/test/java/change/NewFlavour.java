package change;

import change.danger.Dangers;
import change.danger.Examined;
import facility.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One more flavour for larger models: cards are cut otherwise, and a namespace gives cores up for it. */
public final class NewFlavour {
    private NewFlavour() {}

    public static ChangeSet set() {
        String layout = "{metadata: {labels: {nvidia.com/mig.config: %s}}}";
        String values = "{data: {values.yaml: 'singleuser: {profileList: [%s]}'}}";
        String small = "{slug: gpu-10gb, display_name: GPU 10 GB}";
        var changes = List.of(
                Changed.object("core/v1:NodePatch", "gpu-a100-0")
                        .in("gpu")
                        .updated(layout.formatted("all-1g.10gb"), layout.formatted("all-3g.40gb")),
                Changed.object("core/v1:ConfigMap", "jupyterhub/hub-values")
                        .updated(
                                values.formatted(small),
                                values.formatted(small + ", {slug: gpu-40gb, display_name: GPU 40 GB}")),
                Changed.object("apps/v1:Deployment", "jupyterhub/hub")
                        .updated(
                                "{spec: {template: {metadata: {annotations: {checksum: a1}}}, strategy: {type: Recreate}}}",
                                "{spec: {template: {metadata: {annotations: {checksum: b2}}}, strategy: {type: Recreate}}}"),
                Changed.object("core/v1:ConfigMap", "jupyterhub/announcement")
                        .created("{data: {text: \"GPU 40 GB from Monday on\\n\"}}"),
                Changed.object("core/v1:ResourceQuota", "dask/quota")
                        .in("namespaces")
                        .updated("{spec: {hard: {requests.cpu: '96'}}}", "{spec: {hard: {requests.cpu: '64'}}}"));
        var live = Optional.of(Changed.yaml("{status: {used: {requests.cpu: '80'}}}"));
        var set = Changed.set(changes.toArray(ResourceChange[]::new));
        return new ChangeSet(
                set.origin(),
                set.verdict(),
                0,
                changes,
                List.of(),
                Dangers.of(changes.stream()
                        .map(change -> new Examined(change, live))
                        .toList()),
                List.of(new PolicyResult(
                        "advisory",
                        "low",
                        "quotas-fit",
                        "dask/quota",
                        "64 cores are less than the planned users need")),
                List.of(
                        capacity("cpu", "cores", "352", "320", "384", "576"),
                        capacity("memory", "bytes", "1200Gi", "1200Gi", "1536Gi", "1536Gi"),
                        capacity("gpu[1g.10gb]", "slices", "28", "21", "21", "28"),
                        capacity("gpu[3g.40gb]", "slices", "0", "2", "2", "2")),
                List.of(),
                List.of("node gpu-a100-0: 3 pods hold slices of its cards"),
                Map.of("quantity-spelling", 2),
                226);
    }

    private static CapacityChange capacity(
            String key, String unit, String before, String after, String available, String ceiling) {
        return new CapacityChange(
                key,
                unit,
                Quantity.parse(before),
                Quantity.parse(after),
                Quantity.parse(available),
                Quantity.parse(ceiling));
    }
}
