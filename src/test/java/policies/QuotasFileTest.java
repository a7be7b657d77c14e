package policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import config.FaultyDeclarationException;
import facility.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import policy.Level;

/** The file that is edited without Java: what it sets, and each way to get it wrong. */
class QuotasFileTest {
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path root;

    @Test
    void a_setting_holds_everywhere_and_an_environments_own_over_it() {
        String file =
                """
                rules:
                  culling-is-timely: {hours: 4}
                environments:
                  dev:
                    rules:
                      culling-is-timely: {hours: 2, level: advisory}
                """;
        var prod = read(file, Environment.PROD).settings().get("culling-is-timely");
        assertThat(prod.number("hours")).isEqualTo(4);
        assertThat(prod.level()).isEqualTo(Level.MANDATORY);
        var dev = read(file, Environment.DEV).settings().get("culling-is-timely");
        assertThat(dev.number("hours")).isEqualTo(2);
        assertThat(dev.level()).isEqualTo(Level.ADVISORY);
        assertThat(read(file, Environment.DEV)
                        .settings()
                        .get("named-servers-are-few")
                        .number("most"))
                .isEqualTo(5);
    }

    @Test
    void a_lease_is_for_one_environment_or_for_all() {
        String file =
                """
                leases:
                  - {resource: Namespace a, rule: data-is-protected, owner: o, reason: r, end: 2027-01-31}
                  - {resource: Namespace b, rule: data-is-protected, owner: o, reason: r, end: 2027-01-31, environment: dev}
                """;
        assertThat(read(file, Environment.DEV).leases()).hasSize(2);
        assertThat(read(file, Environment.PROD).leases()).singleElement().satisfies(lease -> assertThat(lease.end())
                .isEqualTo(LocalDate.of(2027, 1, 31)));
    }

    @Test
    void every_fault_is_named_with_its_line_at_once() {
        assertThatThrownBy(() -> read(
                        """
                        rules:
                          culling-is-timly: {hours: 8}
                          named-servers-are-few: {most: many}
                          images-are-pinned: {digset: true}
                          ceph-fits: {level: strict}
                        enviroments: {}
                        leases:
                          - {resource: Namespace a, rule: leases-have-not-ended, owner: o, reason: r, end: 31.1.2027}
                          - {resource: Namespace a, rule: data-is-protected, owner: o}
                        """,
                        Environment.DEV))
                .isInstanceOf(FaultyDeclarationException.class)
                .hasMessageContaining(
                        "policies/quotas.yaml:2: rules: names no rule, \"culling-is-timly\"; the rules are in"
                                + " policies/RULES.md; did you mean \"culling-is-timely\"")
                .hasMessageContaining("policies/quotas.yaml:3: rules.named-servers-are-few.most: ")
                .hasMessageContaining("policies/quotas.yaml:4: rules.images-are-pinned.digset: ")
                .hasMessageContaining(
                        "policies/quotas.yaml:5: rules.ceph-fits.level: is no level, \"strict\"; disabled,"
                                + " advisory, remediate, mandatory")
                .hasMessageContaining("policies/quotas.yaml:6: has an unknown key, \"enviroments\"")
                .hasMessageContaining("policies/quotas.yaml:8: leases[0].rule: names no rule that can be leased")
                .hasMessageContaining("policies/quotas.yaml:8: leases[0].end: is no date, \"31.1.2027\"")
                .hasMessageContaining("policies/quotas.yaml:9: leases[1]: lacks a key, \"reason\"")
                .hasMessageContaining("policies/quotas.yaml:9: leases[1]: lacks a key, \"end\"");
    }

    @Test
    void what_is_no_yaml_or_is_not_there_is_a_fault() {
        assertThatThrownBy(() -> read("rules: [\n", Environment.DEV)).hasMessageContaining("policies/quotas.yaml:");
        assertThatThrownBy(() -> read(null, Environment.DEV)).hasMessageContaining("cannot be read");
    }

    @Test
    void a_lease_ends_within_a_year_and_a_day() {
        String lease = "leases:\n  - {resource: Namespace a, rule: data-is-protected, owner: o, reason: r, end: ";
        assertThat(read(lease + "2027-11-21}\n", Environment.DEV).leases()).hasSize(1);
        assertThatThrownBy(() -> read(lease + "2199-01-01}\n", Environment.DEV))
                .hasMessageContaining("policies/quotas.yaml:2: leases[0].end: is too far away to be looked at again,"
                        + " \"2199-01-01\"; at most 366 days from today, 2027-11-21; end it earlier");
    }

    @Test
    void a_rule_is_off_in_prod_only_under_a_lease_that_lives() {
        String off = "rules:\n  pods-are-restricted: {level: disabled}\n";
        String lease =
                "leases:\n  - {resource: \"*\", rule: pods-are-restricted, owner: o, reason: r, environment: prod, end: ";
        assertThatThrownBy(() -> read(off, Environment.PROD))
                .hasMessageContaining(
                        "policies/quotas.yaml:2: pods-are-restricted.level: is weaker than the rule's own in"
                                + " prod, disabled; mandatory, or a lease for the resource \"*\" that has not ended");
        assertThatThrownBy(() -> read(off + lease + "2026-11-19}\n", Environment.PROD))
                .hasMessageContaining("is weaker than the rule's own in prod");
        var leased = read(off + lease + "2026-11-20}\n", Environment.PROD);
        assertThat(leased.settings().get("pods-are-restricted").level()).isEqualTo(Level.DISABLED);
    }

    /** A shorter list of what a rule looks for is the rule switched off for the rest. */
    @Test
    void what_a_rule_looks_for_is_taken_from_it_in_prod_only_under_a_lease_that_lives() {
        for (String fewer : new String[] {
            "data-is-protected: {kinds: [Namespace]}",
            "rbac-is-narrow: {administrators: []}",
            "images-are-pinned: {floating: [latest]}",
            "test-sign-in-is-on-twins: {classes: []}",
            "namespace-names-owner: {labels: []}"
        }) {
            String rules = "rules:\n  " + fewer + "\n";
            String rule = fewer.substring(0, fewer.indexOf(':'));
            assertThatThrownBy(() -> read(rules, Environment.PROD))
                    .as(fewer)
                    .hasMessageContaining("policies/quotas.yaml:2: " + rule + ".")
                    .hasMessageContaining("leaves out what the rule itself looks for in prod");
            String leased = rules + "leases:\n  - {resource: \"*\", rule: " + rule
                    + ", owner: o, reason: r, environment: prod, end: 2026-11-20}\n";
            assertThat(read(leased, Environment.PROD).settings()).containsKey(rule);
        }
        assertThat(read(
                                "rules:\n  namespace-names-owner: {labels: [facility/owner, facility/experiment, facility/cost]}\n",
                                Environment.PROD)
                        .settings())
                .containsKey("namespace-names-owner");
    }

    private Quotas read(String text, Environment environment) {
        try {
            Files.createDirectories(root.resolve("policies"));
            Files.deleteIfExists(root.resolve("policies/quotas.yaml"));
            if (text != null) {
                Files.writeString(root.resolve("policies/quotas.yaml"), text);
            }
            return QuotasFile.read(root, environment, FacilityPack.abouts(), TODAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
