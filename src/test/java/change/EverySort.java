package change;

import change.ResourceDrift.Outcome;
import change.danger.Dangers;
import change.danger.Examined;
import difference.FieldChange;
import facility.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A change set with something of every sort in it, of one that a facility really sees. */
public final class EverySort {
    private EverySort() {}

    public static ChangeSet set() {
        var changes = List.of(
                Changed.object("apps/v1:Deployment", "jupyterhub/hub")
                        .updated(
                                "{spec: {template: {spec: {containers: [{name: hub, image: 'hub:5.3.0'}]}}}}",
                                "{spec: {template: {spec: {containers: [{name: hub, image: 'hub:5.4.0'}]}}}}"),
                Changed.object("core/v1:ConfigMap", "jupyterhub/environments")
                        .created(
                                "{metadata: {labels: {app.kubernetes.io/name: jupyterhub}}, data: {list: \"a\\nb\\n\"}}"),
                Changed.object("core/v1:Node", "gpu-1")
                        .in("gpu")
                        .updated(
                                "{metadata: {labels: {nvidia.com/mig.config: all-1g.10gb}}}",
                                "{metadata: {labels: {nvidia.com/mig.config: all-3g.40gb}}}"),
                Changed.object("core/v1:Namespace", "jupyterhub")
                        .in("storage")
                        .of(Operation.PROTECTION, true, false, Optional.of("{}"), Optional.of("{}")),
                Changed.object("core/v1:PersistentVolumeClaim", "jupyterhub/scratch")
                        .in("storage")
                        .of(
                                Operation.DELETE,
                                true,
                                false,
                                Optional.of("{spec: {resources: {requests: {storage: 40Ti}}}}"),
                                Optional.empty()),
                Changed.object("core/v1:ResourceQuota", "jupyterhub/quota")
                        .in("storage")
                        .updated(
                                "{spec: {hard: {requests.cpu: '96', gone: null}}}",
                                "{spec: {hard: {requests.cpu: '64'}}}"),
                Changed.object("core/v1:Service", "jupyterhub/proxy")
                        .in("storage")
                        .replaced("{spec: {clusterIP: None}}", "{spec: {clusterIP: 10.0.0.1}}"));
        var dangers = Dangers.of(changes.stream()
                .map(change ->
                        new Examined(change, Optional.of(Changed.yaml("{status: {used: {requests.cpu: '80'}}}"))))
                .toList());
        return new ChangeSet(
                Changed.origin(),
                Verdict.REFUSED,
                4,
                changes,
                List.of(
                        new ResourceDrift(
                                "monitoring",
                                "kubernetes:core/v1:ConfigMap",
                                "monitoring/dashboards",
                                false,
                                List.of(new FieldChange(
                                        "data[a.json]",
                                        Optional.of(Changed.yaml("one")),
                                        Optional.of(Changed.yaml("two")))),
                                List.of("kubectl-edit"),
                                Outcome.TAKEN_BACK),
                        new ResourceDrift(
                                "monitoring",
                                "kubernetes:core/v1:Secret",
                                "monitoring/token",
                                true,
                                List.of(),
                                List.of(),
                                Outcome.LEFT)),
                dangers,
                List.of(
                        new PolicyResult(
                                "mandatory", "high", "images-are-pinned", "jupyterhub/hub", "hub:5.4.0 has no digest"),
                        new PolicyResult("advisory", "", "quotas-fit", "", "98 of 128 cores are promised")),
                List.of(new CapacityChange(
                        "cpu",
                        "cores",
                        Quantity.parse("96"),
                        Quantity.parse("64"),
                        Quantity.parse("128"),
                        Quantity.parse("192"))),
                List.of(new Notice("Service jupyterhub/proxy", "spec.clusterIP: field is immutable")),
                List.of("node gpu-1: 2 pods hold slices"),
                Map.of("quantity-spelling", 3, "component", 12),
                226);
    }
}
