package cli;

import static org.assertj.core.api.Assertions.assertThat;

import engine.Changes;
import engine.EngineEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import policies.rules.DataIsProtected;
import policy.Judge;
import policy.Lease;
import policy.Leases;
import policy.Level;
import policy.Pack;
import policy.RuleSettings;
import policy.Run;

/** What a preview would remove, judged: the engine's own pack is not asked about it. */
class LossesTest {
    private static final Clock TODAY =
            Clock.fixed(LocalDate.of(2026, 11, 20).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    private static final String NAMESPACE = "Namespace space";

    @Test
    void data_that_lost_its_protection_goes_only_under_a_waiver_that_names_it_and_has_not_ended() {
        String kept = "mandatory [data-is-protected] Namespace space: holds data, and this would delete or replace it;"
                + " only under a lease of data-is-protected that names it and has not ended; declare it as it was; to"
                + " let it go, agree on the lease in policies/quotas.yaml";
        var gone = preview(step("delete", "Namespace::space", false));
        assertThat(said(gone, List.of())).containsExactly(kept);
        assertThat(said(gone, List.of(waiver("*", "2199-12-31")))).containsExactly(kept);
        assertThat(said(gone, List.of(waiver(NAMESPACE, "2026-11-19")))).containsExactly(kept);
        assertThat(said(gone, List.of(waiver(NAMESPACE, "2026-11-20"))))
                .singleElement()
                .asString()
                .startsWith("advisory [data-is-protected] Namespace space: holds data")
                .contains("leased to ada until 2026-11-20: given up");
        assertThat(RunVerdict.of(judged(gone, List.of()))).isEqualTo(Exit.POLICY);
        assertThat(RunVerdict.of(judged(gone, List.of(waiver(NAMESPACE, "2026-11-20")))))
                .isEqualTo(Exit.DONE);
    }

    @Test
    void a_replacement_is_said_once_and_what_holds_no_data_goes() {
        String claim = "PersistentVolumeClaim::jupyterhub/hub-db-dir";
        var replaced = preview(
                step("create-replacement", claim, false),
                step("replace", claim, false),
                step("delete-replaced", claim, false),
                step("delete", "Service::jupyterhub/hub", false),
                step("update", "Namespace::jupyterhub", false));
        assertThat(said(replaced, List.of()))
                .singleElement()
                .asString()
                .startsWith("mandatory [data-is-protected] PersistentVolumeClaim jupyterhub/hub-db-dir: holds data");
    }

    @Test
    void what_is_protected_is_the_engines_to_refuse() {
        var refused = preview(step("delete", "Namespace::space", true));
        assertThat(said(refused, List.of())).isEmpty();
        assertThat(RunVerdict.of(judged(refused, List.of()))).isEqualTo(Exit.REFUSED);
    }

    @Test
    void what_a_rule_that_mends_cannot_mend_stops_the_run() {
        var gone = judged(preview(step("delete", "Namespace::space", false)), List.of(), Level.REMEDIATE);
        assertThat(gone.policies()).singleElement().matches(policy -> policy.enforcement()
                .equals("mandatory"));
        assertThat(RunVerdict.of(gone)).isEqualTo(Exit.POLICY);
        assertThat(RunVerdict.of(judged(preview(step("delete", "Namespace::space", false)), List.of(), Level.ADVISORY)))
                .isEqualTo(Exit.DONE);
    }

    private static List<String> said(Changes preview, List<Lease> leases) {
        return judged(preview, leases).policies().stream()
                .map(policy -> policy.enforcement() + " [" + policy.name() + "] " + policy.message())
                .toList();
    }

    private static Changes judged(Changes preview, List<Lease> leases) {
        return judged(preview, leases, Level.MANDATORY);
    }

    private static Changes judged(Changes preview, List<Lease> leases, Level level) {
        var rule = new DataIsProtected();
        var kinds = Map.<String, Object>of("kinds", List.of("Namespace", "PersistentVolumeClaim"));
        var settings = Map.of(DataIsProtected.ID, new RuleSettings(level, kinds));
        var pack = new Pack("facility", "0.1.0", "", List.of(rule), settings, Leases.of(leases, TODAY));
        return new Losses(new Judge(pack, Run.without("facility", "dev"), id -> {})).judged(preview);
    }

    private static Lease waiver(String resource, String end) {
        return new Lease(resource, DataIsProtected.ID, "ada", "given up", LocalDate.parse(end));
    }

    private static Changes preview(String... steps) {
        var collector = new Changes.Collector(event -> {});
        for (String step : steps) {
            EngineEvent.parse(step).ifPresent(collector);
        }
        return collector.ended(0);
    }

    /** As the engine streams it. */
    private static String step(String operation, String typeAndName, boolean isProtected) {
        String side = "{\"inputs\": {\"kind\": \"any\"}, \"outputs\": {}, \"protect\": " + isProtected + "}";
        return "{\"resourcePreEvent\": {\"metadata\": {\"op\": \"" + operation
                + "\", \"urn\": \"urn:pulumi:dev::facility::kubernetes:core/v1:" + typeAndName
                + "\", \"type\": \"kubernetes:core/v1:" + typeAndName.replaceAll("::.*", "") + "\", \"old\": " + side
                + (operation.equals("delete") ? "" : ", \"new\": " + side) + "}}}";
    }
}
