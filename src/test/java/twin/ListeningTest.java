package twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ListeningTest {
    private static final long OWN = ProcessHandle.current().pid();

    @Test
    void a_port_is_its_listeners_and_nobody_elses() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();

            assertThat(Listening.by(OWN, port)).isTrue();
            // The test's own parent: another living process, which listens there not.
            assertThat(Listening.by(
                            ProcessHandle.current().parent().orElseThrow().pid(), port))
                    .isFalse();
            assertThat(Listening.free(port)).isFalse();
        }
    }

    @Test
    void a_listener_on_all_addresses_has_the_loopback_port_too() throws IOException {
        try (var socket = new ServerSocket(0)) {
            assertThat(Listening.free(socket.getLocalPort())).isFalse();
            assertThat(Listening.by(OWN, socket.getLocalPort())).isTrue();
        }
    }

    @Test
    void what_is_closed_is_free() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(Listening.free(port)).isTrue();
        assertThat(Listening.by(OWN, port)).isFalse();
    }
}
