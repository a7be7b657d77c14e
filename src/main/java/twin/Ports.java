package twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** The loopback ports of one twin: free ones when it was first started, and the same ever after unless one is lost. */
record Ports(Map<Use, Integer> numbers) {
    /**
     * Below the range that kernels give to outgoing connections (Linux 32768 to 60999, others from 49152), any of which
     * could otherwise hold a port by the time that a component wants it.
     */
    private static final int LOWEST = 20_000;

    private static final int COUNT = 12_768;
    private static final SecureRandom RANDOM = new SecureRandom();

    enum Use {
        ETCD_CLIENT,
        ETCD_PEER,
        APISERVER,
        CONTROLLER_MANAGER,
        SCHEDULER,
        KWOK,
        CHECKMK,
        QUOTA_WEBHOOK
    }

    Ports {
        numbers = Map.copyOf(numbers);
    }

    int of(Use use) {
        return numbers.get(use);
    }

    static Ports keptIn(Path file) {
        var kept = Files.exists(file) ? read(file) : new EnumMap<Use, Integer>(Use.class);
        if (kept.size() == Use.values().length) {
            return new Ports(kept);
        }
        // A new twin, or one of before there was one of the uses.
        for (Use use : Use.values()) {
            kept.computeIfAbsent(use, missing -> choose(kept.values()));
        }
        var chosen = new Ports(kept);
        chosen.writeTo(file);
        return chosen;
    }

    /** With other numbers for these uses, kept in the file. */
    Ports instead(Set<Use> lost, Path file) {
        var others = new EnumMap<>(numbers);
        lost.forEach(use -> others.put(use, choose(others.values())));
        var chosen = new Ports(others);
        chosen.writeTo(file);
        return chosen;
    }

    private void writeTo(Path file) {
        var lines = new TreeMap<String, Integer>();
        numbers.forEach((use, port) -> lines.put(use.name(), port));
        var text = new StringBuilder();
        lines.forEach((use, port) -> text.append(use).append('=').append(port).append('\n'));
        PrivateFiles.write(file, text.toString());
    }

    private static Map<Use, Integer> read(Path file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var numbers = new EnumMap<Use, Integer>(Use.class);
        for (Use use : Use.values()) {
            String port = properties.getProperty(use.name());
            if (port != null) {
                numbers.put(use, Integer.valueOf(port));
            }
        }
        return numbers;
    }

    private static int choose(Collection<Integer> others) {
        for (int attempt = 0; attempt < COUNT; attempt++) {
            // At random: two twins that are first started at once would else try the same ones.
            int port = LOWEST + RANDOM.nextInt(COUNT);
            if (!others.contains(port) && Listening.free(port)) {
                return port;
            }
        }
        throw new TwinException("no free port from " + LOWEST + " to " + (LOWEST + COUNT - 1) + " on 127.0.0.1");
    }
}
