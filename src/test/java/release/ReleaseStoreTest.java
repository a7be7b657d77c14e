package release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import engine.EngineFailedException;
import engine.KeptOutputs;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import target.RefusedException;

class ReleaseStoreTest {
    private final Shelf shelf = new Shelf();
    private final ReleaseStore store = new ReleaseStore("dev", shelf, Optional.empty());

    /** What a backend keeps between two runs; with a writer beside it that loses the first writes of ours. */
    private static final class Shelf implements KeptOutputs {
        private JsonNode kept = new ObjectMapper().createObjectNode();
        private int lost;

        @Override
        public JsonNode outputs() {
            return kept.deepCopy();
        }

        @Override
        public void write(ObjectNode outputs) {
            if (lost > 0) {
                lost--;
                return;
            }
            kept = outputs.deepCopy();
        }

        ObjectNode release(int index) {
            return (ObjectNode) kept.path("releases").path(index).path("release");
        }
    }

    private SignedRelease add() {
        return store.add(
                newest -> Made.release(
                        newest.map(each -> each.release().number() + 1).orElse(1),
                        newest.map(SignedRelease::digest).orElse("")),
                Optional.empty());
    }

    @Test
    void releases_follow_each_other_by_number_and_digest() {
        var first = add();
        var second = add();
        assertThat(store.all()).containsExactly(first, second);
        assertThat(second.release().number()).isEqualTo(2);
        assertThat(second.release().previous()).isEqualTo(first.digest());
        assertThat(store.latest()).contains(second);
    }

    @Test
    void the_same_run_again_is_no_new_release() {
        var first = add();
        var again = store.add(newest -> Made.release(1, "", "2026-11-21T06:00:00Z"), Optional.empty());
        assertThat(again).isEqualTo(first);
        assertThat(store.all()).hasSize(1);
    }

    @Test
    void an_edited_release_is_refused_by_name() {
        add();
        shelf.release(0).put("by", "somebody else");
        assertThatThrownBy(store::all)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("release dev#1 was edited after it was made")
                .hasMessageContaining("bring the environment up again");
    }

    /** Whoever edits a release can compute its digest anew; the next one still names the old. */
    @Test
    void an_edited_release_with_a_fresh_digest_is_refused_by_the_next_one() throws Exception {
        add();
        add();
        shelf.release(0).put("by", "somebody else");
        var edited = ReleaseJson.JSON.treeToValue(shelf.release(0), Release.class);
        ((ObjectNode) shelf.kept.path("releases").path(0)).put("digest", edited.digest());
        assertThatThrownBy(store::all)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("release dev#2 does not follow dev#1");
    }

    @Test
    void a_release_that_was_taken_out_is_missed() {
        add();
        add();
        add();
        ((ArrayNode) shelf.kept.path("releases")).remove(1);
        assertThatThrownBy(store::all)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("release dev#3 does not follow dev#1");
    }

    @Test
    void what_is_no_release_is_said_without_a_trace() {
        add();
        ((ObjectNode) shelf.kept.path("releases").path(0)).put("schema", "facility/release/v9");
        assertThatThrownBy(store::all)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("schema is \"facility/release/v9\", not facility/release/v1");
    }

    @Test
    void a_write_that_another_run_wrote_over_is_made_again() {
        shelf.lost = 2;
        assertThat(store.all()).isEmpty();
        var made = add();
        assertThat(store.all()).containsExactly(made);
    }

    @Test
    void a_backend_that_forgets_every_write_is_an_error_and_no_endless_loop() {
        shelf.lost = Integer.MAX_VALUE;
        assertThatThrownBy(this::add)
                .isInstanceOf(EngineFailedException.class)
                .hasMessageContaining("could not be recorded");
    }

    @Test
    void only_the_newest_two_hundred_are_kept() {
        for (int i = 0; i < ReleaseStore.KEPT + 2; i++) {
            add();
        }
        assertThat(store.all()).hasSize(ReleaseStore.KEPT);
        assertThat(store.latest().orElseThrow().release().number()).isEqualTo(ReleaseStore.KEPT + 2);
    }
}
