package cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import house.CephObjectStore;
import house.PostgresServer;
import house.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two clones of the project share a state, in each kind of backend that a team may have; the servers are real. */
class TeamBackendsIT {
    private static final String SECRET = "correct-horse-battery-staple";

    @TempDir
    Path folder;

    private TwoClones clones;

    @BeforeEach
    void begin() throws IOException {
        clones = new TwoClones();
    }

    @AfterEach
    void end() {
        clones.close();
    }

    @Test
    void in_a_folder_that_they_share() throws Exception {
        share("file://" + Files.createDirectories(folder.resolve("state")), Map.of(), SECRET);
    }

    @Test
    void in_a_bucket_of_ceph() throws Exception {
        try (var store = new CephObjectStore(folder.resolve("ceph"))) {
            store.makeBucket("facility-state");
            share(
                    "s3://facility-state/team?endpoint=" + store.endpoint() + "&region=default&s3ForcePathStyle=true",
                    Map.of("AWS_ACCESS_KEY_ID", store.accessKey(), "AWS_SECRET_ACCESS_KEY", store.secretKey()),
                    store.secretKey());
        }
    }

    @Test
    void in_a_database_of_postgresql() throws Exception {
        var authority = new TestAuthority(folder.resolve("authority"));
        String password = "another-horse-battery-staple";
        try (var server =
                new PostgresServer(folder.resolve("postgres"), authority.issue("postgres"), "facility", password)) {
            Path passwords = secretFile("pgpass", server.at() + ":*:facility:" + password + "\n");
            share(
                    "postgres://" + server.place() + "?sslmode=verify-full&sslrootcert=" + authority.certificate(),
                    Map.of("PGPASSFILE", passwords.toString()),
                    password);
        }
    }

    /** The whole story, the same in each: records of both, the lock of one, its end, and who may go on. */
    private void share(String backend, Map<String, String> keys, String key) throws Exception {
        var variables = new HashMap<>(keys);
        variables.put("PULUMI_BACKEND_URL", backend);
        variables.put(
                "PULUMI_CONFIG_PASSPHRASE_FILE",
                secretFile("passphrase", SECRET).toString());
        Path log = folder.resolve("run.log");
        try (var member = new TeamMember(variables, folder.resolve("errors.log"))) {
            records(member);
            try (var run = clones.blocked(variables, log)) {
                String lock = secondIsRefused(member, run);
                assertThat(commandLines()).noneMatch(line -> line.contains(key) || line.contains(SECRET));
                run.kill();
                takenOver(member, lock);
            }
            var down = member.in(clones.grace(), "down");
            assertThat(down.exit()).as(down.output()).isZero();
            assertThat(member.said() + Files.readString(log) + Files.readString(folder.resolve("errors.log")))
                    .doesNotContain(key, SECRET, "pulumi cancel");
        }
        assertThat(TwoClones.written(clones.ada())).doesNotContain(key, SECRET);
        assertThat(TwoClones.written(clones.grace())).doesNotContain(key, SECRET);
    }

    /** What one records the other reads, follows, and gives back, in a clone in which nothing was brought up. */
    private void records(TeamMember member) throws IOException {
        assertThat(member.in(clones.grace(), "releases", "dev", "--on", "cluster")
                        .output())
                .contains("dev has no release yet");
        assertThat(member.in(clones.grace(), "locks", "dev", "--on", "cluster").output())
                .isEqualTo("nobody holds the state of dev\n");
        var made = member.in(clones.ada(), "make");
        assertThat(made.exit()).as(made.output()).isZero();
        var encrypted = member.in(clones.grace(), "encrypt");
        assertThat(encrypted.exit()).as(encrypted.output()).isZero();
        assertThat(TwoClones.salt(clones.grace()))
                .startsWith("encryptionsalt:")
                .isEqualTo(TwoClones.salt(clones.ada()));
        assertThat(member.in(clones.ada(), "release").output()).isEqualTo("dev#1\n");
        assertThat(member.in(clones.grace(), "release").output()).isEqualTo("dev#2\n");
        assertThat(member.in(clones.ada(), "releases", "dev", "--on", "cluster")
                        .output()
                        .lines())
                .hasSize(2)
                .element(0)
                .asString()
                .startsWith("dev#2");
    }

    private String secondIsRefused(TeamMember member, BlockedRun run) throws IOException {
        var locks = member.in(clones.grace(), "locks", "dev", "--on", "cluster", "--format", "json");
        var held = new ObjectMapper().readTree(locks.output()).path("locks");
        assertThat(held).as(locks.output()).hasSize(1);
        var lock = held.get(0);
        assertThat(lock.path("process").asLong()).isEqualTo(run.process());
        assertThat(lock.path("user").asText()).isEqualTo(System.getProperty("user.name"));
        assertThat(lock.path("holder").asText()).isEqualTo("alive");
        assertThat(lock.path("ageSeconds").asInt()).isBetween(0, 100);
        String id = lock.path("id").asText();

        var second = member.in(clones.grace(), "down");
        assertThat(second.exit()).as(second.output()).isEqualTo(4);
        assertThat(second.output())
                .contains("another run holds this environment's state: lock " + id)
                .contains("(process " + run.process() + ",")
                .contains("./facility locks dev --on cluster --take-over " + id + " --reason WHY; nothing was changed");

        var alive = take(member, id);
        assertThat(alive.exit()).as(alive.output()).isEqualTo(4);
        assertThat(alive.output())
                .contains("is of a process on this host that is alive")
                .contains("nothing was changed");
        return id;
    }

    private void takenOver(TeamMember member, String id) throws IOException {
        var taken = take(member, id);
        assertThat(taken.exit()).as(taken.output()).isZero();
        assertThat(taken.output()).contains("nobody holds the state of dev");
        assertThat(member.in(clones.ada(), "locks", "dev", "--on", "cluster").output())
                .startsWith("nobody holds the state of dev\ntaken over, the newest first:\n")
                .contains(": the runner was deleted\n    it was lock " + id);
    }

    private InProcess take(TeamMember member, String id) throws IOException {
        return member.in(
                clones.grace(),
                "locks",
                "dev",
                "--on",
                "cluster",
                "--take-over",
                id,
                "--reason",
                "the runner was\n deleted",
                "--yes");
    }

    private Path secretFile(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content);
    }

    private static List<String> commandLines() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
    }
}
