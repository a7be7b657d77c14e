package health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a check makes of a hub's answers that no real hub gives when it is asked to; the others are SpawnIT's. */
class SpawnTest {
    private static final HubAnswer NONE = new HubAnswer(200, "{\"servers\": {}}");
    private static final HubAnswer STARTING = server("\"ready\": false, \"pending\": \"spawn\"");
    private static final HubAnswer READY = server("\"ready\": true, \"pending\": null");
    private static final HubAnswer STOPPING = server("\"ready\": false, \"pending\": \"stop\"");
    private static final HubAnswer TAKEN = new HubAnswer(202, "");
    private static final HubAnswer VERSION = new HubAnswer(200, "{\"version\": \"2.17.0\"}");

    private final PlayedHub hub = new PlayedHub();

    @Test
    void a_hub_that_is_away_or_knows_no_such_user_starts_nothing() {
        assertThat(reason()).isEqualTo("the hub does not answer: refused");
        hub.users(new HubAnswer(404, "{\"status\": 404, \"message\": \"Not\\n Found\"}"));
        assertThat(reason()).isEqualTo("the hub answers 404: Not Found when it is asked for facility-health");
        hub.users(new HubAnswer(502, "<html>"));
        assertThat(reason()).isEqualTo("the hub answers 502 when it is asked for facility-health");
        assertThat(hub.asked).containsOnly("user");
    }

    @Test
    void a_server_that_goes_is_left_to_go() {
        hub.users(STOPPING);
        assertThat(reason()).startsWith("facility-health has a server already: it was neither used nor stopped; ");
        assertThat(hub.asked).containsExactly("user");
    }

    @Test
    void a_refusal_is_the_reason_and_nothing_is_stopped() {
        hub.users(NONE, NONE);
        hub.start = new HubAnswer(429, "{\"message\": \"Too many users trying to log in right now.\"}");
        assertThat(reason()).isEqualTo("the hub answers 429: Too many users trying to log in right now.");
        assertThat(hub.asked).doesNotContain("stop");
    }

    @Test
    void a_stream_that_is_cut_off_is_asked_for_again() {
        hub.users(NONE, STARTING, STARTING, READY, NONE);
        hub.events.add(List.of(": keep alive", "", "data: {\"progress\": 10, \"mess"));
        hub.events.add(List.of("data: {\"progress\": 20, \"message\": \"Pulling image\"}"));
        hub.events.add(List.of("data: {\"progress\": 100, \"ready\": true, \"message\": \"Server ready\"}"));
        hub.server = VERSION;
        Spawned spawned = run();
        assertThat(spawned.finding())
                .isEqualTo(Finding.green("jupyterhub", "spawn of fermi/rescue for facility-health"));
        assertThat(hub.told).containsExactly("Pulling image");
        assertThat(hub.asked).containsSubsequence("follow", "follow", "follow", "server", "stop", "user");
    }

    @Test
    void what_vanishes_while_it_starts_is_red_with_the_last_words() {
        hub.users(NONE, NONE, NONE);
        hub.events.add(List.of("data: {\"progress\": 20, \"message\": \"0/3 nodes are available\"}"));
        assertThat(reason())
                .isEqualTo("is gone before it was ready; before that the hub said: 0/3 nodes are available");
    }

    @Test
    void a_server_behind_which_only_the_hub_answers_is_red_and_stopped() {
        hub.users(NONE, READY, NONE);
        hub.events.add(List.of("data: {\"ready\": true}"));
        hub.server = new HubAnswer(424, "{\"message\": \"facility-health's server is not running\"}");
        assertThat(reason())
                .isEqualTo(
                        "is ready, but its server answers 424: facility-health's server is not running to its users");
        assertThat(hub.asked).contains("stop");
    }

    @Test
    void a_stop_is_asked_for_until_the_server_is_gone() {
        hub.users(NONE, READY, STOPPING, READY, NONE);
        hub.events.add(List.of("data: {\"ready\": true}"));
        hub.server = VERSION;
        assertThat(run().finding().outcome()).isEqualTo(Outcome.GREEN);
        assertThat(hub.asked).filteredOn("stop"::equals).hasSize(2);
    }

    @Test
    void long_words_are_cut_and_are_one_line() {
        assertThat(SpawnProgress.oneLine(" a\n\n b ")).isEqualTo("a b");
        assertThat(SpawnProgress.oneLine("x".repeat(1000))).hasSize(403).endsWith("...");
    }

    private static HubAnswer server(String fields) {
        return new HubAnswer(200, "{\"servers\": {\"\": {" + fields + "}}}");
    }

    private String reason() {
        Finding finding = run().finding();
        assertThat(finding.outcome()).isEqualTo(Outcome.RED);
        return finding.reason();
    }

    private Spawned run() {
        var wish =
                new SpawnWish("jupyterhub", "https://hub", "facility-health", "fermi", "rescue", Duration.ofMinutes(1));
        return new Spawn(wish, hub, Duration.ofMillis(1)).run(hub.told::add);
    }

    /** Answers what it was told to, in that order; without an answer nobody is there. */
    private static final class PlayedHub implements SpawnHub {
        private final Deque<HubAnswer> users = new ArrayDeque<>();
        private final Deque<List<String>> events = new ArrayDeque<>();
        private final List<String> asked = new ArrayList<>();
        private final List<String> told = new ArrayList<>();
        private HubAnswer start = TAKEN;
        private HubAnswer server = TAKEN;

        void users(HubAnswer... answers) {
            users.addAll(List.of(answers));
        }

        @Override
        public HubAnswer user() throws IOException {
            asked.add("user");
            if (users.isEmpty()) {
                throw new ConnectException("refused");
            }
            return users.poll();
        }

        @Override
        public HubAnswer start() {
            asked.add("start");
            return start;
        }

        @Override
        public void follow(SpawnProgress progress, Duration atMost) {
            asked.add("follow");
            if (!events.isEmpty()) {
                events.poll().forEach(progress::line);
            }
        }

        @Override
        public HubAnswer server() {
            asked.add("server");
            return server;
        }

        @Override
        public HubAnswer stop() {
            asked.add("stop");
            return TAKEN;
        }
    }
}
