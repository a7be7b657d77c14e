package twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who has this machine's loopback ports. That something answers on a port does not tell whose it is: another program may
 * have taken it first, and it may even be another twin's.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc.5.html">proc(5), /proc/net/tcp and /proc/pid/fd</a>
 */
final class Listening {
    private static final String LISTEN = "0A";

    private Listening() {}

    /** Whether a program could listen on the port now. */
    static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this very process listens on the port; where the kernel has no such tables, whether anybody does. */
    static boolean by(long pid, int port) {
        Path tables = Path.of("/proc/net");
        if (!Files.exists(tables.resolve("tcp"))) {
            return answers(port);
        }
        var sockets = sockets(tables.resolve("tcp"), port);
        sockets.addAll(sockets(tables.resolve("tcp6"), port));
        return !sockets.isEmpty() && open(pid).anyMatch(sockets::contains);
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** As /proc/pid/fd names them. */
    private static Set<String> sockets(Path table, int port) {
        var found = new HashSet<String>();
        if (!Files.exists(table)) {
            return found;
        }
        String suffix = String.format(":%04X", port);
        try {
            for (String line : Files.readAllLines(table)) {
                if (!line.contains(suffix)) {
                    continue;
                }
                // Number, local address, remote address, state; the inode is the tenth.
                String[] fields = line.strip().split("\\s+", -1);
                if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTEN)) {
                    found.add("socket:[" + fields[9] + "]");
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> open(long pid) {
        var names = new HashSet<String>();
        try (var files = Files.newDirectoryStream(Path.of("/proc", String.valueOf(pid), "fd"))) {
            for (Path file : files) {
                names.add(target(file));
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException gone) {
            // It ended meanwhile.
            return Stream.empty();
        }
        return names.stream();
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
