package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The pack in the real engine: what is kept passes, each broken rule stops the run in its own words, no pack is no pass. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyIT {
    private static final String LEASE =
            """
            leases:
              - {resource: Namespace jupyterhub, rule: namespace-names-owner, owner: ada, reason: a try, end: 2199-12-31}
            """;

    /** What a hurried person adds to a chart. */
    private static final String BROKEN =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: tool}
            spec:
              selector: {matchLabels: {app: tool}}
              template:
                metadata: {labels: {app: tool}}
                spec:
                  hostNetwork: true
                  containers:
                    - name: tool
                      image: someone/tool:latest
                      env: [{name: DB_PASSWORD, value: hunter2hunter2}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: tool}
            rules: [{apiGroups: [""], resources: ["*"], verbs: [get]}]
            ---
            apiVersion: route.openshift.io/v1
            kind: Route
            metadata: {name: tool}
            spec: {host: tool.example.org, to: {kind: Service, name: hub}}
            """;

    private ScratchProject project;
    private Path quotas;

    @BeforeAll
    void create() throws IOException {
        project = ScratchProject.create("policy");
        own("policies");
        own("charts");
        quotas = project.root().resolve("policies/quotas.yaml");
    }

    @AfterAll
    void end() {
        project.close();
    }

    @Test
    void what_is_declared_passes_and_its_lease_is_shown() throws IOException {
        String tracked = Files.readString(quotas);
        Files.writeString(quotas, tracked.replace("leases: []\n", LEASE));
        var passed = project.facility("preview", "dev");
        Files.writeString(quotas, tracked);
        assertThat(passed.exit()).as(passed.output()).isZero();
        assertThat(passed.output())
                .contains("policy advisory: [leases-have-not-ended] lease of namespace-names-owner for Namespace"
                        + " jupyterhub: lets it through, until 2199-12-31; ada: a try;")
                .doesNotContain("policy mandatory");
        noPackLives();
    }

    @Test
    void each_broken_rule_stops_the_run_in_its_own_words() throws IOException {
        String tracked = Files.readString(quotas);
        Path template = project.root().resolve("charts/jupyterhub/templates/tool.yaml");
        Files.writeString(template, BROKEN);
        Files.writeString(
                quotas,
                tracked.replace("{hours: 8}", "{hours: 1}")
                        .replace("{most: 5}", "{most: 2}")
                        .replace("total: 45T", "total: 9T")
                        .replace("cpuPercent: 200", "cpuPercent: 50")
                        .replace("rules:\n", "rules:\n  data-is-protected: {kinds: [ResourceQuota]}\n")
                        .replaceFirst("rules:\n", "rules:\n  namespace-names-owner: {labels: [facility/budget]}\n"));
        var expected = new TreeMap<>(Map.of(
                "culling-is-timely",
                        "ConfigMap jupyterhub/hub: stops idle servers late, after 28800 s; after at most 1 h;",
                "named-servers-are-few", "ConfigMap jupyterhub/hub: gives each user many named servers, 5; at most 2;",
                "ceph-fits", "capacities of all storage classes: promise more than there is, 42T; Ceph has 9T;",
                "quotas-fit-capacity", "quotas of requests.cpu: promise more than there is, ",
                "data-is-protected", "ResourceQuota jupyterhub/quota: holds data and is not protected,",
                "namespace-names-owner", "Namespace jupyterhub: lacks a label, facility/budget;",
                "pods-are-restricted", "Deployment jupyterhub/tool: shares its node's hostNetwork, true; false;",
                "images-are-allowed",
                        "Deployment jupyterhub/tool: container tool takes an image from elsewhere, someone/",
                "images-are-pinned", "Deployment jupyterhub/tool: container tool takes an image that moves, someone/",
                "secrets-are-in-secrets",
                        "Deployment jupyterhub/tool: holds a secret in the open at container tool env"));
        expected.put("requests-are-present", "Deployment jupyterhub/tool: container tool names no request, of cpu");
        expected.put("rbac-is-narrow", "Role jupyterhub/tool: has a wildcard, rules[0].resources [*];");
        expected.put("routes-have-tls", "Route jupyterhub/tool: carries no TLS, no termination;");

        var stopped = project.facility("preview", "dev");
        var before = project.facility("up", "dev", "--yes");
        var plain = project.sourced("dev", "pulumi preview --policy-pack policies --non-interactive");
        var byVariable = project.sourced("dev", "PULUMI_OPTION_POLICY_PACK=policies pulumi preview --non-interactive");
        Files.delete(template);
        Files.writeString(quotas, tracked);

        expected.forEach((rule, message) -> {
            System.out.printf("policy tried in the engine: %-24s %s%n", rule, message);
            assertThat(stopped.output()).contains("policy mandatory: [" + rule + "] " + message);
            assertThat(before.output()).contains("policy mandatory: [" + rule + "] " + message);
            assertThat(plain.output()).contains(message);
        });
        assertThat(stopped.exit()).as(stopped.output()).isEqualTo(3);
        assertThat(before.exit()).as(before.output()).isEqualTo(3);
        assertThat(before.output()).contains("dev: policies forbid this; nothing was changed");
        assertThat(plain.exit()).as(plain.output()).isNotZero();
        assertThat(byVariable.exit()).as(byVariable.output()).isNotZero();
        assertThat(byVariable.output()).contains(expected.get("culling-is-timely"));
        assertThat(stopped.output() + before.output() + plain.output()).doesNotContain("hunter2");
        noPackLives();
    }

    @Test
    void a_pack_that_crashes_fails_the_preview_with_its_last_words() throws IOException {
        Path start = project.root().resolve("policies/run-mvn");
        String tracked = Files.readString(start);
        Files.writeString(start, "#!/bin/sh\necho 'the pack has no jar' >&2\nexit 1\n");
        var crashed = project.facility("preview", "dev");
        Files.writeString(start, tracked);
        assertThat(crashed.exit()).as(crashed.output()).isEqualTo(1);
        assertThat(crashed.output()).contains("policy pack").contains("the pack has no jar");
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

    /** A copy instead of the link, so that the test may change it. */
    private void own(String folder) throws IOException {
        Path link = project.root().resolve(folder);
        Path shared = link.toRealPath();
        Files.delete(link);
        try (Stream<Path> inside = Files.walk(shared)) {
            for (Path path : inside.toList()) {
                Files.copy(path, link.resolve(shared.relativize(path).toString()));
            }
        }
    }
}
