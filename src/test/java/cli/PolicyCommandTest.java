package cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The policies without the engine: what is declared passes; what a hurried person would change does not. */
class PolicyCommandTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    Path root;

    @BeforeEach
    void project() throws IOException {
        Files.createSymbolicLink(root.resolve("charts"), PROJECT.resolve("charts"));
        for (String file : new String[] {"Pulumi.dev.yaml", "Pulumi.prod.yaml"}) {
            Files.copy(PROJECT.resolve(file), root.resolve(file));
        }
        Files.createDirectories(root.resolve("policies"));
        quotas("{hours: 8}", "{hours: 8}");
    }

    @Test
    void both_environments_keep_every_rule() {
        for (String environment : new String[] {"dev", "prod"}) {
            var kept = facility("policy", "check", environment);
            assertThat(kept.exit()).as(kept.output()).isZero();
            assertThat(kept.output()).isEqualTo(environment + ": 24 rules, 0 violations, 0 to be known\n");
        }
    }

    @Test
    void a_broken_rule_is_exit_3_and_names_resource_value_limit_and_mend() throws IOException {
        quotas("{hours: 8}", "{hours: 1}");
        var broken = facility("policy", "check", "prod");
        assertThat(broken.exit()).as(broken.output()).isEqualTo(3);
        assertThat(broken.output())
                .contains(
                        "policy mandatory: [culling-is-timely] ConfigMap jupyterhub/hub: stops idle servers late, after"
                                + " 28800 s; after at most 1 h; lower hub.cullAfter and hub.cullGpuAfter in facility:hub")
                .contains("prod: 24 rules, 2 violations, 0 to be known");
    }

    @Test
    void a_lease_is_shown_and_lets_it_through() throws IOException {
        quotas("{hours: 8}", "{hours: 1}");
        Files.writeString(
                root.resolve("policies/quotas.yaml"),
                "leases:\n  - {resource: ConfigMap jupyterhub/hub, rule: culling-is-timely, owner: ada,"
                        + " reason: workshop, end: " + LastDay.IN_SIGHT + "}\n",
                java.nio.file.StandardOpenOption.APPEND);
        var leased = facility("policy", "check", "prod");
        assertThat(leased.exit()).as(leased.output()).isZero();
        assertThat(leased.output())
                .contains("leased to ada until " + LastDay.IN_SIGHT + ": workshop")
                .contains("policy advisory: [leases-have-not-ended] lease of culling-is-timely for ConfigMap"
                        + " jupyterhub/hub: lets it through, until " + LastDay.IN_SIGHT + "; ada: workshop")
                .contains("0 violations, 3 to be known");
    }

    /** One for everything would unprotect everything: it lets nothing go. */
    @Test
    void a_waiver_takes_the_protection_from_the_resource_that_it_names() throws IOException {
        String kept = "PersistentVolumeClaim jupyterhub/hub-db-dir";
        Files.writeString(root.resolve("policies/quotas.yaml"), waiver(kept, LastDay.IN_SIGHT));
        assertThat(facility("policy", "check", "prod").output())
                .contains("policy advisory: [data-is-protected] " + kept
                        + ": holds data and is not protected, protect false;"
                        + " protect true; leased to ada until " + LastDay.IN_SIGHT + ": moved to another class;")
                .contains("0 violations, 2 to be known");
        Files.writeString(root.resolve("policies/quotas.yaml"), waiver("\"*\"", LastDay.IN_SIGHT));
        assertThat(facility("policy", "check", "prod").output()).doesNotContain("[data-is-protected]");
        Files.writeString(root.resolve("policies/quotas.yaml"), waiver(kept, "2020-12-31"));
        var ended = facility("policy", "check", "prod");
        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.output()).doesNotContain("[data-is-protected]").contains("has ended, 2020-12-31");
    }

    private static String waiver(String resource, String end) throws IOException {
        return Files.readString(PROJECT.resolve("policies/quotas.yaml"))
                .replace(
                        "leases: []\n",
                        "leases:\n  - {resource: " + resource
                                + ", rule: data-is-protected, owner: ada, reason: moved to another" + " class, end: "
                                + end + "}\n");
    }

    @Test
    void faulty_limits_are_exit_2_with_their_line() throws IOException {
        quotas("{hours: eight}", "{hours: 1}");
        var faulty = facility("policy", "check", "prod");
        assertThat(faulty.exit()).as(faulty.output()).isEqualTo(2);
        assertThat(faulty.output()).contains("policies/quotas.yaml:3: rules.culling-is-timely.hours: ");
    }

    /** Each way to write the file wrong, and each command that starts something: none has begun. */
    @Test
    void a_broken_quotas_file_ends_every_command_before_anything_starts() throws IOException {
        var faults = new java.util.LinkedHashMap<String, String>();
        faults.put("rules: [\n", "policies/quotas.yaml:");
        faults.put("rules:\n  culling-is-timly: {hours: 8}\n", "names no rule, \"culling-is-timly\"");
        faults.put("rules:\n  ceph-fits: {level: strict}\n", "is no level, \"strict\"");
        faults.put("rules:\n  named-servers-are-few: {most: many}\n", "rules.named-servers-are-few.most: ");
        faults.put(
                "environments: {prod: {rules: {pods-are-restricted: {level: disabled}}}}\n",
                "is weaker than the rule's own in prod, disabled; mandatory, or a lease");
        for (var fault : faults.entrySet()) {
            Files.writeString(root.resolve("policies/quotas.yaml"), fault.getKey());
            for (String[] words :
                    new String[][] {{"policy", "check", "dev"}, {"preview", "dev"}, {"up", "dev", "--yes"}}) {
                var ended = facility(words);
                assertThat(ended.exit())
                        .as(String.join(" ", words) + ended.output())
                        .isEqualTo(2);
                assertThat(ended.output()).contains("policies/quotas.yaml:").contains(fault.getValue());
            }
        }
        assertThat(root.resolve(".facility")).doesNotExist();
    }

    /** What somebody in a hurry does with an exception whose time is over. */
    @Test
    void a_lease_that_has_ended_is_refused_whichever_way_it_is_written() throws IOException {
        String lease = "  - {rule: culling-is-timely, owner: ada, reason: workshop, end: 2020-12-31, ";
        for (String rest : new String[] {
            "resource: ConfigMap jupyterhub/hub}", "resource: \"*\"}", "resource: \"*\", environment: prod}"
        }) {
            quotas("{hours: 8}", "{hours: 1}");
            Files.writeString(
                    root.resolve("policies/quotas.yaml"),
                    "leases:\n" + lease + rest + "\n",
                    java.nio.file.StandardOpenOption.APPEND);
            var ended = facility("policy", "check", "prod");
            System.out.printf("mutation: %-30s %-52s exit %d%n", "leases-have-not-ended", rest, ended.exit());
            assertThat(ended.exit()).as(ended.output()).isEqualTo(3);
            assertThat(ended.output())
                    .contains("policy mandatory: [leases-have-not-ended] lease of culling-is-timely for ")
                    .contains("policy mandatory: [culling-is-timely]");
        }
    }

    @Test
    void a_state_is_judged_without_the_program() throws IOException {
        Path state = Files.writeString(
                root.resolve("state.json"),
                """
                {"deployment": {"resources": [
                  {"urn": "urn:pulumi:prod::facility::pulumi:providers:kubernetes::cluster", "id": "1",
                   "type": "pulumi:providers:kubernetes", "inputs": {"clusterIdentifier": "okd-prod/6f1c"}},
                  {"urn": "urn:pulumi:prod::facility::kubernetes:core/v1:Secret::jupyterhub/s",
                   "type": "kubernetes:core/v1:Secret", "inputs": {"data": {"a":
                     {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:x"}}}},
                  {"urn": "urn:pulumi:prod::facility::kubernetes:core/v1:PersistentVolumeClaim::jupyterhub/hub-db-dir",
                   "type": "kubernetes:core/v1:PersistentVolumeClaim", "inputs": {}},
                  {"urn": "urn:pulumi:prod::facility::kubernetes:core/v1:ConfigMap::jupyterhub/hub",
                   "provider": "urn:pulumi:prod::facility::pulumi:providers:kubernetes::cluster::1",
                   "type": "kubernetes:core/v1:ConfigMap", "inputs": {"data": {"values.yaml":
                     "{hub: {config: {JupyterHub: {authenticator_class: dummy}}}, singleuser: {a: b}, cull: {enabled: true, timeout: 60}}"}}}
                ]}}
                """);
        var judged = facility("policy", "check", "prod", "--state", state.toString());
        assertThat(judged.exit()).as(judged.output()).isEqualTo(3);
        assertThat(judged.output())
                .contains(
                        "[data-is-protected] PersistentVolumeClaim jupyterhub/hub-db-dir: holds data and is not protected")
                .contains("[test-sign-in-is-on-twins] ConfigMap jupyterhub/hub: signs people in without proof, dummy")
                .contains("2 violations");
    }

    @Test
    void what_is_no_state_is_never_a_pass() throws IOException {
        Path empty = Files.writeString(root.resolve("empty.json"), "{}");
        assertThat(facility("policy", "check", "prod", "--state", empty.toString())
                        .exit())
                .isEqualTo(4);
        assertThat(facility("policy", "check", "prod", "--state", "nowhere.json")
                        .exit())
                .isEqualTo(4);
    }

    @Test
    void junit_and_sarif_say_the_same_for_merge_requests() throws Exception {
        quotas("{hours: 8}", "{hours: 1}");
        String junit = facility("policy", "check", "prod", "--format", "junit").output();
        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(junit)))
                .getElementsByTagName("testsuite")
                .item(0);
        assertThat(suite.getAttributes().getNamedItem("tests").getNodeValue()).isEqualTo("24");
        assertThat(suite.getAttributes().getNamedItem("failures").getNodeValue())
                .isEqualTo("1");
        JsonNode sarif = json(facility("policy", "check", "prod", "--format", "sarif"));
        var results = sarif.path("runs").path(0).path("results");
        assertThat(results).hasSize(2);
        assertThat(results.path(0).path("ruleId").asText()).isEqualTo("culling-is-timely");
        assertThat(results.path(0).path("level").asText()).isEqualTo("error");
        assertThat(place(results.path(0))).isEqualTo("Pulumi.prod.yaml:" + lineOf("  facility:hub:"));
        JsonNode findings = json(facility("policy", "check", "prod", "--format", "json"));
        assertThat(findings.path("violations").asInt()).isEqualTo(2);
        assertThat(findings.path("findings").path(0).path("limit").asText()).isEqualTo("after at most 1 h");
    }

    /** Each finding at the line that whoever mends it would edit. */
    @Test
    void sarif_stands_at_the_line_that_declares_it() throws IOException {
        Files.writeString(
                root.resolve("Pulumi.dev.yaml"),
                "  facility:namespaces:\n    triton:\n      displayName: Triton\n"
                        + "      owner: infrastructure-team\n      experiment: facility\n"
                        + "      podSecurity: restricted\n"
                        + "      quota: {cpu: 1, memory: 1Gi, pods: 2, persistentVolumeClaims: 0}\n"
                        + "      limits: {cpu: 100m, memory: 64Mi, cpuRequest: 10m, memoryRequest: 64Mi}\n",
                java.nio.file.StandardOpenOption.APPEND);
        int last = Files.readAllLines(root.resolve("Pulumi.dev.yaml")).size();
        Files.writeString(
                root.resolve("policies/quotas.yaml"),
                """
                rules:
                  quotas-fit-capacity: {podsPercent: 1}
                  namespace-names-owner: {labels: [facility/owner, facility/experiment, facility/cost]}
                  images-are-allowed: {level: advisory}
                leases:
                  - {resource: "*", rule: images-are-allowed, owner: ada, reason: a try, end: LAST_DAY}
                  - resource: Namespace jupyterhub
                    rule: namespace-names-owner
                    owner: ada
                    reason: a try
                    end: 2020-12-31
                """
                        .replace("LAST_DAY", LastDay.IN_SIGHT));
        var places = new java.util.TreeMap<String, String>();
        for (JsonNode result :
                json(facility("policy", "check", "dev", "--format", "sarif")).at("/runs/0/results")) {
            String about = result.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                    .asText();
            places.put(result.path("ruleId").asText() + " " + about, place(result));
        }
        assertThat(places)
                .containsEntry("quotas-fit-capacity quotas of pods", "Pulumi.dev.yaml:" + (last - 7))
                .containsEntry("namespace-names-owner Namespace triton", "Pulumi.dev.yaml:" + (last - 6))
                .containsEntry(
                        "namespace-names-owner Namespace jupyterhub", "src/main/java/facility/SharedFacility.java:1")
                .containsEntry(
                        "leases-have-not-ended lease of namespace-names-owner for Namespace jupyterhub",
                        "policies/quotas.yaml:7");
    }

    private int lineOf(String start) throws IOException {
        var lines = Files.readAllLines(root.resolve("Pulumi.prod.yaml"));
        return 1
                + java.util.stream.IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).startsWith(start))
                        .findFirst()
                        .orElseThrow();
    }

    private static String place(JsonNode result) {
        JsonNode physical = result.at("/locations/0/physicalLocation");
        return physical.at("/artifactLocation/uri").asText() + ":"
                + physical.at("/region/startLine").asInt();
    }

    @Test
    void the_list_names_every_rule() throws IOException {
        assertThat(facility("policy", "list").output())
                .contains("pods-are-restricted")
                .contains("mandatory");
        assertThat(json(facility("policy", "list", "--format", "json")).path("rules"))
                .hasSize(24);
    }

    private void quotas(String common, String prod) throws IOException {
        String tracked = Files.readString(PROJECT.resolve("policies/quotas.yaml"));
        Files.writeString(
                root.resolve("policies/quotas.yaml"),
                "# limits\n"
                        + tracked.substring(tracked.indexOf("rules:"))
                                .replace("culling-is-timely: {hours: 8}", "culling-is-timely: " + common)
                                .replace(
                                        "environments: {}",
                                        "environments: {prod: {rules: {culling-is-timely: " + prod + "}}}")
                                .replace("leases: []\n", ""));
    }

    private static JsonNode json(InProcess ended) throws IOException {
        return new ObjectMapper().readTree(ended.output());
    }

    private InProcess facility(String... words) {
        return InProcess.facility(root, words);
    }
}
