package checkmk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import twin.TestCertificates;
import twin.play.checkmk.CheckmkServer;

/** The played server with a secret that it insists on, a log of all calls, and faults by request. */
public final class PlayedSite implements AutoCloseable, CheckmkServer.Watcher {
    public static final String SECRET = "automation-secret-of-the-test";

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, Integer> failing = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Boolean> dropping = new ConcurrentHashMap<>();
    private final TestCertificates certificates;
    private final CheckmkServer server;

    public PlayedSite(Path folder, Duration activation) throws IOException {
        this.certificates = TestCertificates.in(folder.resolve("pki"));
        this.server = new CheckmkServer(
                0,
                certificates.server(),
                folder.resolve("site.json"),
                (user, secret) -> secret.equals(SECRET),
                activation,
                this);
    }

    public String url() {
        return "https://127.0.0.1:" + server.port();
    }

    public Path authority() {
        return certificates.authority();
    }

    /** The calls that change something, oldest first; forgets all. */
    public List<String> writes() {
        var writes = calls.stream().filter(call -> !call.startsWith("GET")).toList();
        calls.clear();
        return writes;
    }

    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** The next call of this kind is answered with a status and not carried out. */
    public void failNext(String call, int status) {
        failing.put(call, status);
    }

    /** The next call of this kind is carried out and not answered. */
    public void dropNext(String call) {
        dropping.put(call, true);
    }

    @Override
    public int before(String method, String path) {
        calls.add(method + " " + path);
        Integer status = failing.remove(method + " " + path);
        return status == null ? 0 : status;
    }

    @Override
    public boolean drop(String method, String path) {
        return dropping.remove(method + " " + path) != null;
    }

    @Override
    public void close() {
        server.close();
    }
}
