package cli;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Environment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import policies.FacilityPack;
import policy.About;
import policy.Judge;
import stacks.CheckedFacility;

/** What a hurried person would break, three ways for each mandatory rule: {@code policy check} finds each by its rule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyMutationsTest {
    /** On a target that is no twin: there a rule is kept that a twin need not keep. */
    private Judge judge;

    private Mutant kept;

    @BeforeAll
    void judged() {
        var checked = CheckedFacility.read(Path.of(""), Environment.DEV, false);
        judge = new PolicyGate(new Project(Path.of("").toAbsolutePath()), On.CLUSTER).judge(checked);
        kept = new Mutant(DesiredResources.of(checked, "cluster"));
        assertThat(judge.everything(kept.resources())).isEmpty();
    }

    /** One breakage: what the person did, and what came of it. */
    private record Breakage(String rule, String what, Mutant mutant) {}

    @Test
    void each_mandatory_rule_is_broken_three_ways_and_each_is_found() {
        var all = breakages();
        for (Breakage breakage : all) {
            var found = judge.everything(breakage.mutant().resources()).stream()
                    .filter(judgement -> judgement.level().stops())
                    .map(judgement -> judgement.rule().id())
                    .distinct()
                    .toList();
            System.out.printf("mutation: %-30s %-52s found by %s%n", breakage.rule(), breakage.what(), found);
            assertThat(found).as(breakage.what()).contains(breakage.rule());
        }
        // A lease that has ended is a mutation of quotas.yaml: LeasesHaveNotEnded has its own three in JudgeTest.
        for (About about : FacilityPack.abouts()) {
            assertThat(all.stream()
                            .filter(breakage -> breakage.rule().equals(about.id()))
                            .count())
                    .as(about.id())
                    .isEqualTo(about.id().equals("leases-have-not-ended") ? 0 : 3);
        }
    }

    private List<Breakage> breakages() {
        String quota = "ResourceQuota jupyterhub/quota";
        String dask = "ResourceQuota dask-gateway/quota";
        String space = "{kind: Namespace, apiVersion: v1, metadata: {name: space, labels: {facility/owner: a,"
                + " facility/experiment: b}}}";
        String hub = "Deployment jupyterhub/hub";
        String pod = "spec.template.spec.";
        String container = pod + "containers.0.";
        String fence = "NetworkPolicy jupyterhub/deny-all";
        String route = "Route jupyterhub/hub";
        String role = "Role jupyterhub/hub";
        String binding = "RoleBinding jupyterhub/hub";
        String env = container + "env.0";
        return List.of(
                new Breakage("namespace-has-quota", "the quota is deleted", kept.without(quota)),
                new Breakage(
                        "namespace-has-quota",
                        "its memory is left out",
                        kept.set(quota, "spec.hard", Map.of("pods", "9"))),
                new Breakage("namespace-has-quota", "a namespace is added by hand", kept.with(space)),
                new Breakage(
                        "namespace-has-limit-range",
                        "the limits are deleted",
                        kept.without("LimitRange jupyterhub/defaults")),
                new Breakage(
                        "namespace-has-limit-range",
                        "they are for pods",
                        kept.set("LimitRange jupyterhub/defaults", "spec.limits.0.type", "Pod")),
                new Breakage("namespace-has-limit-range", "a namespace is added by hand", kept.with(space)),
                new Breakage(
                        "quotas-fit-capacity",
                        "a zero too many cores",
                        kept.set(quota, "spec.hard.requests\\.cpu", "8000")),
                new Breakage(
                        "quotas-fit-capacity",
                        "Ti for Gi of memory",
                        kept.set(quota, "spec.hard.requests\\.memory", "1400Ti")),
                new Breakage("quotas-fit-capacity", "pods without end", kept.set(quota, "spec.hard.pods", "100000")),
                new Breakage(
                        "experiment-quotas-hold", "the total is deleted", kept.without("ClusterResourceQuota dune")),
                new Breakage(
                        "experiment-quotas-hold",
                        "a zero or two too many cores",
                        kept.set("ClusterResourceQuota dune", "spec.quota.hard.requests\\.cpu", "24000")),
                new Breakage(
                        "experiment-quotas-hold",
                        "one namespace is given more than its experiment",
                        kept.set("ResourceQuota dune-analysis/quota", "spec.hard.requests\\.memory", "49Gi")),
                new Breakage(
                        "gpu-requests-fit-layout",
                        "more slices than cards",
                        kept.set(quota, "spec.hard.requests\\.nvidia\\.com/mig-1g\\.10gb", "80")),
                new Breakage(
                        "gpu-requests-fit-layout",
                        "a profile that no layout has",
                        kept.set(hub, container + "resources.limits", Map.of("nvidia.com/mig-7g.80gb", 1))),
                new Breakage(
                        "gpu-requests-fit-layout",
                        "a whole card",
                        kept.set(hub, container + "resources.limits", Map.of("nvidia.com/gpu", 1))),
                new Breakage(
                        "flavours-fit-quota",
                        "the quota's memory is lowered",
                        kept.set(quota, "spec.hard.limits\\.memory", "2Gi")),
                new Breakage(
                        "flavours-fit-quota",
                        "its cores are lowered",
                        kept.set(quota, "spec.hard.limits\\.cpu", "500m")),
                new Breakage(
                        "flavours-fit-quota",
                        "its slices are taken away",
                        kept.set(quota, "spec.hard.requests\\.nvidia\\.com/mig-1g\\.10gb", "0")),
                new Breakage(
                        "containers-fit-limit-range",
                        "the hub's ceiling is taken away",
                        kept.without("LimitRange jupyterhub/defaults")),
                new Breakage(
                        "containers-fit-limit-range",
                        "it is lowered below the largest flavour",
                        kept.set("LimitRange jupyterhub/defaults", "spec.limits.0.max.memory", "8Gi")),
                new Breakage(
                        "containers-fit-limit-range",
                        "a container asks for a zero too many",
                        kept.set(hub, container + "resources.limits", Map.of("cpu", "100", "memory", "1Gi"))),
                new Breakage(
                        "dask-fits-quota",
                        "the quota's cores are lowered",
                        kept.set(dask, "spec.hard.limits\\.cpu", "4")),
                new Breakage(
                        "dask-fits-quota", "its memory is lowered", kept.set(dask, "spec.hard.limits\\.memory", "8Gi")),
                new Breakage("dask-fits-quota", "its pods are lowered", kept.set(dask, "spec.hard.pods", "3")),
                new Breakage(
                        "ceph-fits",
                        "homes of a Pi",
                        kept.set(
                                quota,
                                "spec.hard.cephfs-homes\\.storageclass\\.storage\\.k8s\\.io/requests\\.storage",
                                "1Pi")),
                new Breakage(
                        "ceph-fits",
                        "a zero too many for services",
                        kept.set(
                                quota,
                                "spec.hard.rbd-services\\.storageclass\\.storage\\.k8s\\.io/requests\\.storage",
                                "50Ti")),
                new Breakage(
                        "ceph-fits",
                        "a class that is not there",
                        kept.set(
                                quota, "spec.hard.fast\\.storageclass\\.storage\\.k8s\\.io/requests\\.storage", "1Gi")),
                new Breakage("culling-is-timely", "culling is off", kept.hub("cull.enabled", false)),
                new Breakage("culling-is-timely", "a day for eight hours", kept.hub("cull.timeout", 86400)),
                new Breakage("culling-is-timely", "GPU servers stay", kept.hub("custom.cullGpu.timeout", 86400)),
                new Breakage("named-servers-are-few", "fifty for five", kept.hub("hub.namedServerLimitPerUser", 50)),
                new Breakage(
                        "named-servers-are-few", "0, which is no limit", kept.hub("hub.namedServerLimitPerUser", 0)),
                new Breakage(
                        "named-servers-are-few",
                        "nothing, which is no limit",
                        kept.hub("hub.namedServerLimitPerUser", null)),
                new Breakage("requests-are-present", "no resources", kept.set(hub, container + "resources", Map.of())),
                new Breakage(
                        "requests-are-present",
                        "no memory",
                        kept.set(hub, container + "resources", Map.of("requests", Map.of("cpu", "1")))),
                new Breakage(
                        "requests-are-present",
                        "a container is added before",
                        kept.set(hub, pod + "initContainers", List.of(Map.of("name", "fix")))),
                new Breakage(
                        "pods-are-restricted",
                        "root, for it works then",
                        kept.set(hub, container + "securityContext.runAsUser", 0)),
                new Breakage(
                        "pods-are-restricted",
                        "privileged",
                        kept.set(hub, container + "securityContext.privileged", true)),
                new Breakage(
                        "pods-are-restricted",
                        "Docker's socket",
                        kept.set(
                                hub,
                                pod + "volumes",
                                List.of(Map.of("name", "d", "hostPath", Map.of("path", "/var/run"))))),
                new Breakage("images-are-allowed", "Docker Hub's", kept.set(hub, container + "image", "busybox:1.36")),
                new Breakage(
                        "images-are-allowed",
                        "a folder of a like name",
                        kept.set(hub, container + "image", "quay.io/jupyterhub-fork/hub:1")),
                new Breakage(
                        "images-are-allowed",
                        "one's own, for users",
                        kept.hub("singleuser.image", Map.of("name", "docker.io/me/notebook", "tag", "1"))),
                new Breakage(
                        "images-are-pinned",
                        "latest",
                        kept.set(hub, container + "image", "quay.io/jupyterhub/k8s-hub:latest")),
                new Breakage(
                        "images-are-pinned",
                        "no tag",
                        kept.set(hub, container + "image", "quay.io/jupyterhub/k8s-hub")),
                new Breakage(
                        "images-are-pinned",
                        "main, for users",
                        kept.hub("singleuser.image", Map.of("name", "registry.example.org/eaf/al9", "tag", "main"))),
                new Breakage("routes-have-tls", "no TLS", kept.set(route, "spec.tls", null)),
                new Breakage(
                        "routes-have-tls",
                        "http let through",
                        kept.set(route, "spec.tls.insecureEdgeTerminationPolicy", "Allow")),
                new Breakage(
                        "routes-have-tls", "a misspelt termination", kept.set(route, "spec.tls.termination", "Edge")),
                new Breakage("namespace-has-network-policy", "the fence is deleted", kept.without(fence)),
                new Breakage(
                        "namespace-has-network-policy",
                        "for ingress only",
                        kept.set(fence, "spec.policyTypes", List.of("Ingress"))),
                new Breakage(
                        "namespace-has-network-policy",
                        "with a hole for all",
                        kept.set(fence, "spec.ingress", List.of(Map.of()))),
                new Breakage("rbac-is-narrow", "every resource", kept.set(role, "rules.0.resources", List.of("*"))),
                new Breakage(
                        "rbac-is-narrow",
                        "an administrator's role",
                        kept.set(binding, "roleRef.name", "cluster-admin")),
                new Breakage(
                        "rbac-is-narrow", "everybody", kept.set(binding, "subjects.0.name", "system:authenticated")),
                new Breakage(
                        "sign-in-is-for-somebody",
                        "allow_all",
                        kept.hub("hub.config.CILogonOAuthenticator.allow_all", true)),
                new Breakage(
                        "sign-in-is-for-somebody",
                        "any user",
                        kept.hub("hub.config.CILogonOAuthenticator.allowed_users", List.of("*"))),
                new Breakage(
                        "sign-in-is-for-somebody",
                        "any administrator",
                        kept.hub("hub.config.Authenticator.admin_users", List.of("*"))),
                new Breakage(
                        "test-sign-in-is-on-twins",
                        "dummy",
                        kept.hub("hub.config.JupyterHub.authenticator_class", "dummy")),
                new Breakage(
                        "test-sign-in-is-on-twins",
                        "its class by name",
                        kept.hub("hub.config.JupyterHub.authenticator_class", "jupyterhub.auth.DummyAuthenticator")),
                new Breakage(
                        "test-sign-in-is-on-twins",
                        "null",
                        kept.hub("hub.config.JupyterHub.authenticator_class", "null")),
                new Breakage(
                        "secrets-are-in-secrets",
                        "a password in the environment",
                        kept.set(hub, env, Map.of("name", "DB_PASSWORD", "value", "hunter2hunter2"))),
                new Breakage(
                        "secrets-are-in-secrets",
                        "an address with a password",
                        kept.set(hub, env, Map.of("name", "DB", "value", "postgres://hub:hunter2@db/hub"))),
                new Breakage(
                        "secrets-are-in-secrets",
                        "a token in the values",
                        kept.hub("hub.apiToken", "0123456789abcdef")),
                new Breakage(
                        "data-is-protected",
                        "the hub's database",
                        kept.unprotected("PersistentVolumeClaim jupyterhub/hub-db-dir")),
                new Breakage("data-is-protected", "a namespace", kept.unprotected("Namespace jupyterhub")),
                new Breakage("data-is-protected", "a storage class", kept.unprotected("StorageClass cephfs-homes")),
                new Breakage(
                        "namespace-names-owner",
                        "no labels",
                        kept.set("Namespace jupyterhub", "metadata.labels", Map.of())),
                new Breakage(
                        "namespace-names-owner",
                        "an empty owner",
                        kept.set("Namespace jupyterhub", "metadata.labels.facility/owner", "")),
                new Breakage(
                        "namespace-names-owner",
                        "no experiment",
                        kept.set("Namespace jupyterhub", "metadata.labels.facility/experiment", null)));
    }

    @Test
    void a_mutation_of_what_is_not_there_is_a_fault_of_the_test() {
        assertThat(Arrays.asList("ResourceQuota nowhere/quota", "Deployment jupyterhub/nothing"))
                .allSatisfy(title -> org.assertj.core.api.Assertions.assertThatThrownBy(() -> kept.without(title))
                        .hasMessageContaining(title));
    }
}
