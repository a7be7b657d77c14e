package house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A real Ceph cluster of one monitor and one OSD in memory, with its object gateway (S3), on loopback. */
public final class CephObjectStore implements AutoCloseable {
    private static final String CLUSTER = "7d0e9a3e-2f5c-4a57-9a53-9f8a2f0c8a11";
    private static final String OSD = "3f0e9a3e-2f5c-4a57-9a53-9f8a2f0c8a22";

    /**
     * Nobody else reaches it, so its parts do not prove who they are to each other; S3 asks for keys as anywhere. The
     * monitor proposes at once, not after a second of waiting for more: with that, all is up in a second.
     */
    private static final String CONFIGURATION =
            """
            [global]
            fsid = %1$s
            mon host = [v2:127.0.0.1:%2$d]
            public addr = 127.0.0.1
            cluster addr = 127.0.0.1
            ms bind msgr1 = false
            ms mon client mode = crc secure
            auth cluster required = none
            auth service required = none
            auth client required = none
            keyring = %3$s/keyring
            mon data = %3$s/mon
            osd data = %3$s/osd
            rgw data = %3$s/run
            run dir = %3$s/run
            crash dir = %3$s/run
            admin socket = %3$s/run/$name.asok
            log file = %3$s/$name.log
            pid file =
            paxos propose interval = 0.02
            paxos min wait = 0.01
            mon osd crush smoke test = false
            mon allow pool size one = true
            osd objectstore = memstore
            osd crush chooseleaf type = 0
            osd class load list = *
            osd class default list = *
            osd pool default size = 1
            osd pool default min size = 1
            osd pool default pg num = 1
            osd pool default pgp num = 1
            osd pool default pg autoscale mode = off
            rgw frontends = beast endpoint=127.0.0.1:%4$d
            """;

    private final Path folder;
    private final int port = Background.freePort();
    private final List<Background> running = new ArrayList<>();
    private final JsonNode keys;

    /** @param folder of its own; made where it is not there, of a short name, for it holds sockets */
    public CephObjectStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        int monitor = Background.freePort();
        for (String part : List.of("mon", "osd", "run")) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.createFile(folder.resolve("keyring"));
        Files.writeString(folder.resolve("ceph.conf"), CONFIGURATION.formatted(CLUSTER, monitor, folder, port));
        run("monmaptool", "--create", "--fsid", CLUSTER, "--addv", "a", "[v2:127.0.0.1:" + monitor + "]", "monmap");
        run("ceph-mon", "-i", "a", "--mkfs", "--monmap", "monmap");
        start("mon", "ceph-mon", "-i", "a", "-f").awaitPort(monitor);
        run("ceph", "osd", "new", OSD);
        run("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", OSD);
        start("osd", "ceph-osd", "-i", "0", "-f");
        // It makes the keys itself: they are in nobody's command line.
        this.keys = new ObjectMapper()
                .readTree(run("radosgw-admin", "user", "create", "--uid=team", "--display-name=team"))
                .at("/keys/0");
        start("rgw", "radosgw", "-n", "client.admin", "-f").awaitPort(port);
    }

    /** {@code http://127.0.0.1:8080}. */
    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    public String accessKey() {
        return keys.path("access_key").asText();
    }

    public String secretKey() {
        return keys.path("secret_key").asText();
    }

    /** Makes a bucket of the user's; signed by S3's second version, which needs no more than this. */
    public void makeBucket(String name) throws IOException {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        var request = HttpRequest.newBuilder(URI.create(endpoint() + "/" + name))
                .header("x-amz-date", date)
                .header(
                        "Authorization",
                        "AWS " + accessKey() + ":" + signature("PUT\n\n\n\nx-amz-date:" + date + "\n/" + name))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no bucket: " + answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secretKey().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Background start(String log, String... words) {
        var started = new Background(folder, folder.resolve(log + ".out"), Map.of(), configured(words));
        // The last one first to go: it speaks to the others while it ends.
        running.add(0, started);
        return started;
    }

    private static List<String> configured(String... words) {
        var all = new ArrayList<>(List.of(words));
        if (!words[0].equals("monmaptool")) {
            all.addAll(1, List.of("-c", "ceph.conf"));
        }
        return all;
    }

    private String run(String... words) throws IOException {
        Path errors = folder.resolve("made.err");
        try {
            Process process = new ProcessBuilder(configured(words))
                    .directory(folder.toFile())
                    .redirectError(errors.toFile())
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", words) + " failed:\n" + Files.readString(errors));
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        running.forEach(Background::close);
    }
}
