package lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import engine.EngineFailedException;
import engine.KeptLocks;
import engine.KeptOutputs;
import engine.LockHolder;
import engine.StateLock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import target.RefusedException;

class TakingOverTest {
    private static final Instant AT = Instant.parse("2026-11-24T11:00:00Z");
    private static final String REASON = "the runner was deleted";

    private final Shelf shelf = new Shelf();
    private final TakeOvers record = new TakeOvers("dev", shelf);

    /** What a backend keeps: locks, and a record; what is done to it, in its order. */
    private static final class Shelf implements KeptLocks, KeptOutputs {
        private final List<StateLock> locks = new ArrayList<>();
        private final List<String> done = new ArrayList<>();
        private JsonNode kept = JsonNodeFactory.instance.objectNode();
        private boolean deaf;
        private int lost;

        @Override
        public List<StateLock> there() {
            return List.copyOf(locks);
        }

        @Override
        public void remove(String stack) {
            done.add("remove " + stack);
            if (!deaf) {
                locks.removeIf(lock -> lock.stack().equals(stack));
            }
        }

        @Override
        public JsonNode outputs() {
            return kept.deepCopy();
        }

        @Override
        public void write(ObjectNode outputs) {
            done.add("record");
            if (lost > 0) {
                lost--;
                return;
            }
            kept = outputs.deepCopy();
        }

        private StateLock lock(String stack, String id) {
            var lock = new StateLock(stack, id, "ada", "runner-4", 4242, Instant.parse("2026-11-24T10:00:00Z"));
            locks.add(lock);
            return lock;
        }
    }

    private TakingOver taking(LockHolder holder) {
        return new TakingOver("dev", shelf, lock -> holder, record);
    }

    private List<StateLock> take(String... ids) {
        return taking(LockHolder.ELSEWHERE).take(List.of(ids), "grace", AT, REASON);
    }

    private void refused(TakingOver taking, List<String> ids, String... words) {
        assertThatThrownBy(() -> taking.take(ids, "grace", AT, REASON))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll(words)
                .hasMessageEndingWith("nothing was changed");
        assertThat(shelf.done).isEmpty();
    }

    @Test
    void a_lock_that_is_named_is_put_on_record_and_then_removed() {
        var lock = shelf.lock("dev", "one");
        shelf.lock("releases-dev", "other");
        take("one");
        assertThat(shelf.done).containsExactly("record", "remove dev");
        assertThat(shelf.there()).extracting(StateLock::id).containsExactly("other");
        assertThat(record.all()).containsExactly(new TakeOver(lock, "grace", AT, REASON));
    }

    @Test
    void a_lock_on_the_record_itself_goes_before_it_is_written() {
        shelf.lock("dev", "one");
        shelf.lock("takeovers-dev", "two");
        take("two", "one");
        assertThat(shelf.done).containsExactly("remove takeovers-dev", "record", "remove dev");
        assertThat(record.all()).extracting(each -> each.lock().id()).containsExactly("one", "two");
    }

    @Test
    void every_fault_of_the_names_is_said_at_once() {
        shelf.lock("dev", "one");
        shelf.lock("dev", "two");
        refused(
                taking(LockHolder.ALIVE),
                List.of("one", "on"),
                "there is no lock of that name, \"on\"; there is lock one of ada@runner-4",
                "does not name lock two of ada@runner-4 (process 4242, since 2026-11-24T10:00:00Z), which is on dev, too",
                "lock one of ada@runner-4 (process 4242, since 2026-11-24T10:00:00Z) is of a process on this host that is"
                        + " alive; wait for it, or end it: kill 4242");
    }

    @Test
    void where_nobody_holds_the_state_there_is_nothing_to_take_over() {
        refused(taking(LockHolder.ELSEWHERE), List.of("one"), "there is no lock of that name, \"one\"; there is none");
    }

    @Test
    void a_lock_that_is_there_afterwards_is_a_failure() {
        shelf.lock("dev", "one");
        shelf.deaf = true;
        assertThatThrownBy(() -> take("one"))
                .isInstanceOf(EngineFailedException.class)
                .hasMessageContaining("the engine did not remove lock one of ada@runner-4");
    }

    @Test
    void a_record_that_another_wrote_over_is_written_again_and_without_a_record_nothing_is_removed() {
        shelf.lock("dev", "one");
        shelf.lost = 1;
        take("one");
        assertThat(record.all()).hasSize(1);
        shelf.lock("dev", "two");
        shelf.lost = 100;
        assertThatThrownBy(() -> take("two"))
                .isInstanceOf(EngineFailedException.class)
                .hasMessageContaining("could not be recorded");
        assertThat(shelf.there()).hasSize(1);
    }

    @Test
    void only_the_newest_are_kept() {
        for (int i = 0; i <= TakeOvers.KEPT; i++) {
            shelf.lock("dev", "lock" + i);
            take("lock" + i);
        }
        assertThat(record.all())
                .hasSize(TakeOvers.KEPT)
                .first()
                .extracting(each -> each.lock().id())
                .isEqualTo("lock1");
    }

    @Test
    void what_is_no_record_is_refused() {
        shelf.kept = JsonNodeFactory.instance.objectNode();
        ((ObjectNode) shelf.kept).putArray("takeOvers").addObject().put("since", "yesterday");
        assertThatThrownBy(record::all)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("takeovers-dev is no record of locks")
                .hasMessageContaining("yesterday");
    }
}
