package ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import config.ValueDifference;
import config.ValueDifference.Side;
import difference.Difference;
import difference.RenderedObject;
import facility.Environment;
import facility.Location;
import facility.Problem;
import facility.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a ledger says of two environments; the values are given. */
class LedgerTest {
    private static final Difference NOTHING = Difference.between(List.of(), List.of());

    @Test
    void an_undeclared_difference_names_both_places() {
        var report =
                judge("values: {}", differs("hub.users.atOnce", "50", Location.inClass("facility.SharedFacility")));
        assertThat(report.intended()).isEmpty();
        assertThat(report.undeclared())
                .map(Problem::toString)
                .containsExactly("Pulumi.prod.yaml:41: hub.users.atOnce: differs without a reason, dev has 50 (shared"
                        + " value, facility.SharedFacility), prod has 180 (Pulumi.prod.yaml:41); what is meant to differ"
                        + " stands in policies/differences.yaml with its reason; give both the same value, or add the"
                        + " path there");
    }

    @Test
    void an_entry_covers_its_path_and_what_is_below_it_and_nothing_that_only_begins_so() {
        var report = judge(
                "values:\n  hub.users: r",
                differs("hub.users.atOnce", "50", new Location("Pulumi.dev.yaml", 3)),
                differs("hub.users.gpuAtOnce[1g.10gb]", "6", new Location("Pulumi.dev.yaml", 4)),
                differs("hub.usersSince", "2024", new Location("Pulumi.dev.yaml", 5)));
        assertThat(report.intended())
                .map(Intended::path)
                .containsExactly("hub.users.atOnce", "hub.users.gpuAtOnce[1g.10gb]");
        assertThat(report.undeclared()).map(Problem::path).containsExactly("hub.usersSince");
    }

    @Test
    void a_star_is_one_element_of_any_name_even_of_one_with_dots() {
        var report = judge(
                "values:\n  cluster.nodePools[*].nodes: r",
                differs("cluster.nodePools[gpu-1g.10gb].nodes", "1", new Location("Pulumi.dev.yaml", 3)),
                differs("cluster.nodePools[worker].gpu.nodes", "1", new Location("Pulumi.dev.yaml", 4)));
        assertThat(report.intended()).map(Intended::path).containsExactly("cluster.nodePools[gpu-1g.10gb].nodes");
        assertThat(report.undeclared()).map(Problem::path).containsExactly("cluster.nodePools[worker].gpu.nodes");
    }

    @Test
    void the_closest_entry_gives_the_reason_and_the_wider_one_is_not_stale() {
        var report = judge(
                "values:\n  hub.users: wide\n  hub.users.atOnce: close",
                differs("hub.users.atOnce", "50", new Location("Pulumi.dev.yaml", 3)));
        assertThat(report.intended()).map(Intended::reason).containsExactly("close");
        assertThat(report.stale()).isEmpty();
    }

    @Test
    void an_entry_for_which_nothing_differs_is_stale_and_no_fault() {
        var report = judge("values:\n  hub.host: r\nobjects:\n  ConfigMap a/b data: r");
        assertThat(report.undeclared()).isEmpty();
        assertThat(report.stale())
                .map(Problem::toString)
                .containsExactly(
                        "policies/differences.yaml:4: ConfigMap a/b data: is stale: nothing of it differs between dev and"
                                + " prod; entries are for what differs; remove the entry",
                        "policies/differences.yaml:2: hub.host: is stale: nothing of it differs between dev and prod;"
                                + " entries are for what differs; remove the entry");
    }

    @Test
    void what_is_rendered_otherwise_from_the_same_values_needs_an_entry_of_its_own() {
        var accident = Difference.between(
                List.of(configMap("debug"), object("Secret", "jupyterhub/only-dev")),
                List.of(configMap("quiet"), object("Secret", "jupyterhub/only-prod")));
        var undeclared = ledger("values: {}")
                .judge(Environment.DEV, Environment.PROD, List.of(), accident)
                .undeclared();
        assertThat(undeclared)
                .map(Problem::path)
                .containsExactly(
                        "ConfigMap jupyterhub/hub data.mode",
                        "Secret jupyterhub/only-dev",
                        "Secret jupyterhub/only-prod");
        assertThat(undeclared.get(0).toString())
                .contains(
                        "is rendered otherwise for prod than for dev from the same values",
                        "dev has \"debug\", prod has \"quiet\"");

        var declared = ledger("objects:\n  ConfigMap jupyterhub/hub data: r\n  Secret jupyterhub/only-dev: r\n"
                        + "  Secret jupyterhub/only-prod: r")
                .judge(Environment.DEV, Environment.PROD, List.of(), accident);
        assertThat(declared.undeclared()).isEmpty();
        assertThat(declared.intended()).hasSize(3);
        assertThat(declared.stale()).isEmpty();
    }

    private static RenderedObject configMap(String mode) {
        JsonNode fields = JsonNodeFactory.instance
                .objectNode()
                .set("data", JsonNodeFactory.instance.objectNode().put("mode", mode));
        return new RenderedObject("jupyterhub", "kubernetes:core/v1:ConfigMap", "jupyterhub/hub", false, fields);
    }

    private static RenderedObject object(String kind, String name) {
        return new RenderedObject(
                "jupyterhub", "kubernetes:core/v1:" + kind, name, false, JsonNodeFactory.instance.objectNode());
    }

    private static ValueDifference differs(String path, String first, Location place) {
        return new ValueDifference(path, new Side(first, place), new Side("180", new Location("Pulumi.prod.yaml", 41)));
    }

    private static LedgerReport judge(String ledger, ValueDifference... differing) {
        return ledger(ledger).judge(Environment.DEV, Environment.PROD, List.of(differing), NOTHING);
    }

    private static Ledger ledger(String text) {
        var problems = new Problems();
        var ledger = LedgerFile.read(Ledger.FILE, text.getBytes(StandardCharsets.UTF_8), problems);
        assertThat(problems.sorted()).isEmpty();
        return ledger.orElseThrow();
    }
}
