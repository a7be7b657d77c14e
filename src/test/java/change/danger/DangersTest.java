package change.danger;

import static org.assertj.core.api.Assertions.assertThat;

import change.Changed;
import change.Danger;
import change.Operation;
import change.ResourceChange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DangersTest {
    private static final Changed CLAIM = Changed.object("core/v1:PersistentVolumeClaim", "jupyterhub/scratch");
    private static final Changed DEPLOYMENT = Changed.object("apps/v1:Deployment", "jupyterhub/hub");
    private static final Changed SERVICE = Changed.object("core/v1:Service", "jupyterhub/hub");
    private static final Changed CLASS = Changed.object("storage.k8s.io/v1:StorageClass", "cephfs-homes");
    private static final Changed NODE = Changed.object("core/v1:NodePatch", "gpu-1");
    private static final Changed ENVIRONMENTS = Changed.object("core/v1:ConfigMap", "jupyterhub/environments");

    /** A danger as one line: its rule, its rank and its words. */
    record Case(String name, ResourceChange change, List<String> dangers) {
        static Case of(String name, ResourceChange change, String... dangers) {
            return new Case(name, change, Arrays.asList(dangers));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        String layout = "{metadata: {labels: {nvidia.com/mig.config: %s}}}";
        return Stream.of(
                Case.of(
                        "claim deleted",
                        CLAIM.deleted("{spec: {resources: {requests: {storage: 40Ti}}}}"),
                        "data-removed data: is deleted, 40Ti"),
                Case.of(
                        "volume replaced",
                        Changed.object("core/v1:PersistentVolume", "homes")
                                .replaced("{spec: {capacity: {storage: 1Ti}}}", "{spec: {capacity: {storage: 2Ti}}}"),
                        "data-removed data: is deleted and made anew, 1Ti"),
                Case.of("claim grown", CLAIM.updated("{spec: {a: 1}}", "{spec: {a: 2}}")),
                Case.of(
                        "fields of a claim given up",
                        Changed.object("core/v1:PersistentVolumeClaimPatch", "x/y")
                                .deleted("{}")),
                Case.of(
                        "kind deleted",
                        Changed.object("apiextensions.k8s.io/v1:CustomResourceDefinition", "daskclusters")
                                .deleted("{}"),
                        "definition-removed data: is deleted"),
                Case.of("class deleted", CLASS.deleted("{}"), "definition-removed outage: is deleted"),
                Case.of("class added", CLASS.created("{reclaimPolicy: Delete}")),
                Case.of(
                        "reclaimed by deletion",
                        CLASS.updated("{reclaimPolicy: Retain}", "{reclaimPolicy: Delete}"),
                        "reclaim-policy-weakened data: reclaimPolicy becomes Delete"),
                Case.of("retained", CLASS.updated("{reclaimPolicy: Delete}", "{reclaimPolicy: Retain}")),
                Case.of(
                        "namespace deleted",
                        Changed.object("core/v1:Namespace", "dask").deleted("{}"),
                        "namespace-removed data: is deleted"),
                Case.of(
                        "labels of a namespace given up",
                        Changed.object("core/v1:NamespacePatch", "default").deleted("{}")),
                Case.of(
                        "protection removed",
                        CLAIM.of(Operation.PROTECTION, true, false, Optional.of("{}"), Optional.of("{}")),
                        "protection-removed data: is protected no longer"),
                Case.of(
                        "protection added",
                        CLAIM.of(Operation.PROTECTION, false, true, Optional.of("{}"), Optional.of("{}"))),
                Case.of("service deleted", SERVICE.deleted("{}"), "workload-removed outage: is deleted"),
                Case.of(
                        "service replaced",
                        SERVICE.replaced("{spec: {clusterIP: None}}", "{spec: {clusterIP: 10.0.0.1}}"),
                        "workload-removed outage: is deleted and made anew, for spec.clusterIP"),
                Case.of("service added", SERVICE.created("{spec: {selector: {app: hub}}}")),
                Case.of(
                        "selector",
                        SERVICE.updated("{spec: {selector: {app: hub}}}", "{spec: {selector: {app: other}}}"),
                        "selector-changed outage: selects other pods"),
                Case.of("port", SERVICE.updated("{spec: {port: 1}}", "{spec: {port: 2}}")),
                Case.of(
                        "layout",
                        NODE.updated(layout.formatted("all-1g.10gb"), layout.formatted("all-3g.40gb")),
                        "mig-layout-changed outage: MIG layout all-1g.10gb -> all-3g.40gb"),
                Case.of(
                        "first layout",
                        NODE.created(layout.formatted("all-1g.10gb")),
                        "mig-layout-changed outage: MIG layout all-1g.10gb from now on"),
                Case.of("other label", NODE.created("{metadata: {labels: {zone: a}}}")),
                Case.of(
                        "environment goes",
                        ENVIRONMENTS.updated(
                                "{data: {values.yaml: 'singleuser: {profileList: [{slug: a}, {slug: b}]}'}}",
                                "{data: {values.yaml: 'singleuser: {profileList: [{slug: b}]}'}}"),
                        "choice-removed limit: environment a is offered no longer"),
                Case.of(
                        "environment comes",
                        ENVIRONMENTS.updated(
                                "{data: {values.yaml: 'singleuser: {profileList: [{slug: b}]}'}}",
                                "{data: {values.yaml: 'singleuser: {profileList: [{slug: a}, {slug: b}]}'}}")),
                Case.of(
                        "pod template",
                        DEPLOYMENT.updated("{spec: {template: {a: 1}}}", "{spec: {template: {a: 2}}}"),
                        "program-restarted restart: starts anew, one pod after the other"),
                Case.of(
                        "pod template, one at a time",
                        DEPLOYMENT.updated(
                                "{spec: {strategy: {type: Recreate}, template: {a: 1}}}",
                                "{spec: {strategy: {type: Recreate}, template: {a: 2}}}"),
                        "program-restarted restart: starts anew, after the old one has ended"),
                Case.of("replicas", DEPLOYMENT.updated("{spec: {replicas: 1}}", "{spec: {replicas: 2}}")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_change_is_as_dangerous_as_it_is(Case each) {
        assertThat(lines(each.change())).isEqualTo(each.dangers());
    }

    static List<String> lines(ResourceChange change) {
        return Dangers.of(List.of(new Examined(change, Optional.empty()))).stream()
                .map(danger -> danger.rule() + " " + danger.rank().key() + ": " + danger.what())
                .toList();
    }

    @Test
    void the_worst_is_first_and_says_it_once() {
        var restart = new Examined(
                DEPLOYMENT.updated("{spec: {template: {a: 1}}}", "{spec: {template: {a: 2}}}"), Optional.empty());
        var loss = new Examined(CLAIM.deleted("{}"), Optional.empty());
        assertThat(Dangers.of(List.of(restart, loss, loss)))
                .extracting(Danger::resource)
                .containsExactly("PersistentVolumeClaim jupyterhub/scratch", "Deployment jupyterhub/hub");
    }

    @Test
    void every_rule_has_a_name_of_its_own() {
        assertThat(Dangers.RULES)
                .extracting(DangerRule::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z-]+"));
    }
}
