package twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The loopback ports of one twin: free ones when it was first started, the same ever after. */
record Ports(Map<Use, Integer> numbers) {
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
        try {
            var chosen = choose();
            if (Files.exists(file)) {
                var kept = read(file);
                if (kept.size() == chosen.size()) {
                    return new Ports(kept);
                }
                // A twin of before there was one of the uses.
                chosen.putAll(kept);
            }
            var lines = new TreeMap<String, Integer>();
            chosen.forEach((use, port) -> lines.put(use.name(), port));
            var text = new StringBuilder();
            lines.forEach(
                    (use, port) -> text.append(use).append('=').append(port).append('\n'));
            PrivateFiles.write(file, text.toString());
            return new Ports(chosen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Use, Integer> read(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
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

    private static Map<Use, Integer> choose() throws IOException {
        var open = new ArrayList<ServerSocket>();
        var numbers = new EnumMap<Use, Integer>(Use.class);
        try {
            for (Use use : Use.values()) {
                // All stay open until all are chosen, so that no two uses get the same port.
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                open.add(socket);
                numbers.put(use, socket.getLocalPort());
            }
            return numbers;
        } finally {
            close(open);
        }
    }

    private static void close(List<ServerSocket> sockets) throws IOException {
        for (ServerSocket socket : sockets) {
            socket.close();
        }
    }
}
