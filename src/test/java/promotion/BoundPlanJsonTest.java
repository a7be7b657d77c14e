package promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import change.ChangeSet;
import change.ChangeSetJson;
import change.EverySort;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import promotion.BoundPlan.Bound;
import release.Digest;
import release.Made;
import release.SignedRelease;
import target.RefusedException;

class BoundPlanJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static BoundPlan plan(ChangeSet changes) {
        return new BoundPlan(
                "prod",
                "dev",
                SignedRelease.of(Made.release(4, ""), Optional.empty()),
                Map.of("soak", "the hub is down"),
                new Bound("twin/prod/77", Digest.of("r"), Digest.of("p"), Digest.of("s"), 12),
                changes,
                JSON.createObjectNode().put("b", 1).put("a", 2.5),
                "2026-11-24T10:00:00Z",
                "2026-11-24T22:00:00Z",
                "ada");
    }

    private static String text() {
        return BoundPlanJson.write(plan(EverySort.set()), Optional.empty());
    }

    @Test
    void what_is_read_is_what_was_written() throws Exception {
        var plan = plan(EverySort.set());
        var read = BoundPlanJson.read("plan.json", text(), Optional.empty());
        assertThat(read).usingRecursiveComparison().ignoringFields("changes").isEqualTo(plan);
        assertThat(ChangeSetJson.write(read.changes())).isEqualTo(ChangeSetJson.write(plan.changes()));
        assertThat(BoundPlanJson.digest(read)).isEqualTo(BoundPlanJson.digest(plan));
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment", "expires", "by"})
    void a_word_that_was_edited_is_refused(String field) throws Exception {
        ObjectNode document = (ObjectNode) JSON.readTree(text());
        ((ObjectNode) document.path("plan")).put(field, "2027-01-01T00:00:00Z");
        refused(document);
    }

    @Test
    void an_engines_plan_that_was_edited_is_refused() throws Exception {
        ObjectNode document = (ObjectNode) JSON.readTree(text());
        ((ObjectNode) document.path("plan").path("engine")).put("c", true);
        refused(document);
    }

    @Test
    void white_space_and_the_order_of_keys_are_no_edit() throws Exception {
        ObjectNode document = (ObjectNode) JSON.readTree(text());
        ObjectNode turned = JSON.createObjectNode();
        var names = new java.util.ArrayList<String>();
        document.fieldNames().forEachRemaining(names::add);
        java.util.Collections.reverse(names);
        names.forEach(name -> turned.set(name, document.get(name)));
        assertThat(BoundPlanJson.read("plan.json", turned.toPrettyString(), Optional.empty())
                        .environment())
                .isEqualTo("prod");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{}", "[]", "{\"schema\": \"facility/plan/v2\"}", "{\"schema\": \"facility/plan/v1\"}"})
    void what_is_no_plan_is_refused_with_how_to_make_one(String text) {
        assertThatThrownBy(() -> BoundPlanJson.read("plan.json", text, Optional.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("plan.json")
                .hasMessageContaining("facility promote");
    }

    private static void refused(JsonNode document) {
        assertThatThrownBy(() -> BoundPlanJson.read("plan.json", document.toString(), Optional.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("plan.json was edited after it was made");
    }
}
