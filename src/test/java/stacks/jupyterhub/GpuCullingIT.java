package stacks.jupyterhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import config.FacilityReader;
import facility.Environment;
import facility.JupyterHub;
import house.NodePrograms;
import house.PythonPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The culler of servers with a slice, started by the real hub as its service, with its own token and scopes. */
class GpuCullingIT {
    @TempDir
    Path folder;

    @Test
    void a_server_with_a_slice_is_stopped_after_its_time_and_another_stays() throws Exception {
        var declared = FacilityReader.read(Path.of(""), Environment.DEV, true).orElseThrow("Pulumi.dev.yaml");
        var stack = DeclaredHub.of(declared);
        HubFolder.write(folder, stack, declared.secrets());
        withinSeconds();
        var proxy = NodePrograms.of(Path.of("src/test/node/sign-in"))
                .file("configurable-http-proxy/bin/configurable-http-proxy");
        var ended = PythonPrograms.of(Path.of("charts/jupyterhub/requirements.txt"))
                .run(
                        Map.of(
                                "HUB_CONFIGURATION",
                                folder.toString(),
                                "CONFIGPROXY_AUTH_TOKEN",
                                HubFolder.value(JupyterHub.PROXY_TOKEN)),
                        "",
                        "src/test/python/gpu_culling.py",
                        folder.toString(),
                        proxy.toString(),
                        freePort(),
                        freePort(),
                        freePort());
        assertThat(ended.exit()).as(ended.errors()).isZero();
        var answer = new ObjectMapper().readTree(ended.output());
        assertThat(answer.path("before").toString()).isEqualTo("[\"one\",\"two\"]");
        assertThat(answer.path("after").toString()).isEqualTo("[\"two\"]");
    }

    /** The declaration's hours as seconds; the idle culler, which knows the pod's port alone, has another test. */
    private void withinSeconds() throws IOException {
        Path values = folder.resolve("config/values.yaml");
        String text = Files.readString(values);
        String shorter = text.replace("timeout: 7200", "timeout: 2")
                .replace("every: 300", "every: 1")
                .replaceFirst("(?m)^cull:\n((?:  .*\n)*?)  enabled: true", "cull:\n$1  enabled: false");
        assertThat(shorter).isNotEqualTo(text).contains("enabled: false");
        Files.writeString(values, shorter);
    }

    private static String freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "" + free.getLocalPort();
        }
    }
}
