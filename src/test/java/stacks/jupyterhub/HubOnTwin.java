package stacks.jupyterhub;

import static org.assertj.core.api.Assertions.assertThat;

import cli.AccountKubeconfig;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import house.PythonPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The real JupyterHub with the configuration of a folder, whose KubeSpawner has the hub's own rights on a twin. */
record HubOnTwin(Path kubeconfig, Path folder) {
    /** Starts servers, each wish a JSON object of user, groups, server and options; what came of them. */
    JsonNode start(String... wishes) throws IOException {
        var ended = PythonPrograms.of(Path.of("charts/jupyterhub/requirements.txt"))
                .run(
                        Map.of(
                                "HUB_CONFIGURATION",
                                folder.toString(),
                                "KUBECONFIG",
                                AccountKubeconfig.write(kubeconfig, "jupyterhub", "hub", folder)
                                        .toString(),
                                "POD_NAMESPACE",
                                "jupyterhub",
                                "CONFIGPROXY_AUTH_TOKEN",
                                "token-of-the-proxy"),
                        "[" + String.join(",", wishes) + "]",
                        "src/test/python/hub_configuration.py",
                        folder.toString());
        assertThat(ended.exit()).as(ended.errors()).isZero();
        return new ObjectMapper().readTree(ended.output());
    }
}
