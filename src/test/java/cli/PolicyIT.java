package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import policies.FacilityPack;
import policy.About;

/** The pack in the real engine: what is kept passes, each broken rule stops the run in its own words, no pack is no pass. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyIT {
    private static final String LEASE =
            """
            leases:
              - {resource: Namespace jupyterhub, rule: namespace-names-owner, owner: ada, reason: a try, end: LAST_DAY}
            """
                    .replace("LAST_DAY", LastDay.IN_SIGHT);

    private ScratchProject project;
    private Path quotas;

    @BeforeAll
    void create() {
        project = ScratchProject.create("policy");
        project.own("policies");
        project.own("charts");
        quotas = project.root().resolve("policies/quotas.yaml");
    }

    @AfterAll
    void end() {
        project.close();
    }

    @Test
    void what_keeps_every_rule_passes_and_a_lease_is_shown() throws IOException {
        String tracked = Files.readString(quotas);
        Files.writeString(quotas, tracked.replace("leases: []\n", LEASE));
        Path template = added("kept.yaml");
        var passed = project.facility("preview", "dev", "--by-engine");
        Files.delete(template);
        Files.writeString(quotas, tracked);
        assertThat(passed.exit()).as(passed.output()).isZero();
        assertThat(passed.output())
                .contains("+ Namespace space", "+ Deployment jupyterhub/tool", "+ ConfigMap jupyterhub/second-hub")
                .contains("policy advisory: [leases-have-not-ended] lease of namespace-names-owner for Namespace"
                        + " jupyterhub: lets it through, until " + LastDay.IN_SIGHT + "; ada: a try;")
                .doesNotContain("policy mandatory");
        FacilityPack.abouts()
                .forEach(about -> System.out.printf("policy tried in the engine: %-30s kept: passes%n", about.id()));
        noPackLives();
    }

    @Test
    void each_broken_rule_stops_the_run_in_its_own_words() throws IOException {
        String tracked = Files.readString(quotas);
        Path template = added("broken.yaml");
        Files.writeString(
                quotas,
                tracked.replace("{hours: 8}", "{hours: 1}")
                        .replace("{most: 5}", "{most: 2}")
                        .replace("total: 45T", "total: 9T")
                        .replace("cpuPercent: 200", "cpuPercent: 50")
                        .replace("leases: []\n", LEASE.replace(LastDay.IN_SIGHT, "2020-12-31"))
                        .replace(
                                "rules:\n",
                                "rules:\n  data-is-protected: {kinds: [CustomResourceDefinition, Namespace,"
                                        + " ObjectBucketClaim, PersistentVolume, PersistentVolumeClaim, StorageClass,"
                                        + " ResourceQuota]}\n"));
        var expected = broken();

        var stopped = project.facility("preview", "dev");
        var before = project.facility("up", "dev", "--yes");
        var plain = project.sourced("dev", "pulumi preview --policy-pack policies --non-interactive");
        var byVariable = project.sourced("dev", "PULUMI_OPTION_POLICY_PACK=policies pulumi preview --non-interactive");
        Files.delete(template);
        Files.writeString(quotas, tracked);

        expected.forEach((rule, message) -> {
            System.out.printf("policy tried in the engine: %-30s broken: exit 3, %s%n", rule, message);
            assertThat(stopped.output()).contains("policy mandatory: [" + rule + "] " + message);
            assertThat(before.output()).contains("policy mandatory: [" + rule + "] " + message);
            assertThat(plain.output()).contains(message);
        });
        var others = FacilityPack.abouts().stream()
                .map(About::id)
                .filter(rule -> !expected.containsKey(rule))
                .toList();
        // A twin may have it: on a cluster it is refused, see ClusterIT.
        assertThat(others).containsExactly("test-sign-in-is-on-twins");
        assertThat(stopped.output()).doesNotContain("[test-sign-in-is-on-twins]");
        assertThat(stopped.exit()).as(stopped.output()).isEqualTo(3);
        assertThat(before.exit()).as(before.output()).isEqualTo(3);
        assertThat(before.output()).contains("dev: policies forbid this; nothing was changed");
        assertThat(plain.exit()).as(plain.output()).isNotZero();
        assertThat(byVariable.exit()).as(byVariable.output()).isNotZero();
        assertThat(byVariable.output()).contains(expected.get("culling-is-timely"));
        assertThat(stopped.output() + before.output() + plain.output()).doesNotContain("hunter2");
        noPackLives();
    }

    /** Resource, value, limit and how to mend it, of each rule. */
    private static Map<String, String> broken() {
        String tool = "Deployment jupyterhub/tool: container tool ";
        var all = new TreeMap<String, String>();
        all.put(
                "namespace-has-quota",
                "Namespace space: has no ResourceQuota; one that limits requests.cpu,"
                        + " requests.memory and pods; declare its quota in facility:namespaces");
        all.put(
                "namespace-has-limit-range",
                "Namespace space: has no LimitRange; one of type Container with default and"
                        + " defaultRequest of cpu and memory; declare its limits in facility:namespaces");
        all.put(
                "namespace-has-network-policy",
                "Namespace space: has no NetworkPolicy that denies by default; one for all"
                        + " its pods, of types Ingress and Egress, without a rule; declare the namespace in");
        all.put(
                "namespace-names-owner",
                "Namespace space: lacks a label, facility/owner; a value for it; declare owner");
        all.put("quotas-fit-capacity", "quotas of requests.cpu: promise more than there is, ");
        all.put("experiment-quotas-hold", "experiments' totals of requests.cpu: promise more than there is, 100048 (");
        all.put(
                "gpu-requests-fit-layout",
                "Deployment jupyterhub/tool: asks for a GPU that no layout gives, at container"
                        + " tool nvidia.com/mig-7g.80gb, 1; the layouts give 0 nvidia.com/mig-7g.80gb; correct the profile");
        all.put(
                "flavours-fit-quota",
                "ConfigMap jupyterhub/second-hub: flavour huge is larger than the namespace's quota of"
                        + " limits.cpu, 100k; the quota of jupyterhub is ");
        all.put(
                "containers-fit-limit-range",
                "ConfigMap jupyterhub/second-hub: flavour huge is above the ceiling of cpu, 100k; the LimitRange"
                        + " lets 16; lower");
        all.put(
                "dask-fits-quota",
                "ConfigMap jupyterhub/second-gateway: cluster_max_cores is larger than the namespace's"
                        + " quota of limits.cpu, 100k; the quota of jupyterhub is ");
        all.put("ceph-fits", "capacities of all storage classes: promise more than there is, 42T; Ceph has 9T; lower");
        all.put(
                "culling-is-timely",
                "ConfigMap jupyterhub/hub: stops idle servers late, after 28800 s; after at most 1 h;");
        all.put(
                "named-servers-are-few",
                "ConfigMap jupyterhub/hub: gives each user many named servers, 5; at most 2; lower");
        all.put("requests-are-present", tool + "names no request, of cpu and memory; requests of cpu and memory; set");
        all.put(
                "pods-are-restricted",
                "Deployment jupyterhub/tool: shares its node's hostNetwork, true; false; do without");
        all.put("images-are-allowed", tool + "takes an image from elsewhere, someone/tool:latest; allowed are ");
        all.put("images-are-pinned", tool + "takes an image that moves, someone/tool:latest; a digest, or a tag other");
        all.put("routes-have-tls", "Route jupyterhub/tool: carries no TLS, no termination; one of edge, reencrypt,");
        all.put("rbac-is-narrow", "Role jupyterhub/tool: has a wildcard, rules[0].resources [*]; names only; name the");
        all.put(
                "sign-in-is-for-somebody",
                "ConfigMap jupyterhub/second-hub: lets everybody in, DummyAuthenticator.allow_all"
                        + " true; false; leave allow_all false");
        all.put(
                "secrets-are-in-secrets",
                "Deployment jupyterhub/tool: holds a secret in the open at container tool env"
                        + " DB_PASSWORD, 14 characters, not shown; secrets in Secrets only; set it with");
        all.put(
                "data-is-protected",
                "ResourceQuota jupyterhub/quota: holds data and is not protected, protect false;"
                        + " protect true; keep the object protected;");
        all.put(
                "leases-have-not-ended",
                "lease of namespace-names-owner for Namespace jupyterhub: has ended, 2020-12-31; its"
                        + " last day was ");
        return all;
    }

    private Path added(String resource) throws IOException {
        return Files.copy(
                Path.of("src/test/resources/policy").resolve(resource),
                project.root().resolve("charts/jupyterhub/templates/tool.yaml"));
    }

    @Test
    void a_pack_that_crashes_fails_the_preview_with_its_last_words() throws IOException {
        Path start = project.root().resolve("policies/run-mvn");
        String tracked = Files.readString(start);
        Files.writeString(start, "#!/bin/sh\necho 'the pack has no jar' >&2\nexit 1\n");
        var crashed = project.facility("preview", "dev", "--by-engine");
        Files.writeString(start, tracked);
        assertThat(crashed.exit()).as(crashed.output()).isEqualTo(1);
        assertThat(crashed.output()).contains("policy pack").contains("the pack has no jar");
    }

    @Test
    void a_pack_that_never_starts_fails_the_preview_with_its_last_words() throws IOException {
        Path start = project.root().resolve("policies/run-mvn");
        String tracked = Files.readString(start);
        Files.writeString(start, "#!/bin/sh\necho 'the pack waits for nobody' >&2\nexec tail -n 0 -f \"$0\"\n");
        // A jar that is older than its sources would be built first, for longer than this.
        project.shell("toolchain/build-jar");
        var hung = project.facility(Map.of("FACILITY_START_SECONDS", "60"), "preview", "dev", "--by-engine");
        Files.writeString(start, tracked);
        assertThat(hung.exit()).as(hung.output()).isEqualTo(1);
        assertThat(hung.output())
                .contains("the engine did not begin within 60 s: the policy pack or the program hangs at its start")
                .contains("the pack waits for nobody");
        assertThat(ProcessHandle.allProcesses())
                .noneMatch(
                        process -> process.info().commandLine().orElse("").contains("tail -n 0 -f " + project.root()));
    }

    /** Each run had one; the engine ends it, or it ends with its parent. */
    private void noPackLives() {
        String ours = "-Dfacility.root=" + project.root();
        ProcessHandle.allProcesses()
                .filter(process -> {
                    String words = process.info().commandLine().orElse("");
                    return words.contains(ours) && words.contains("policies.Main");
                })
                .forEach(process -> assertThat(process.onExit().orTimeout(10, TimeUnit.SECONDS))
                        .as("a pack outlived its run")
                        .succeedsWithin(java.time.Duration.ofSeconds(10)));
    }
}
