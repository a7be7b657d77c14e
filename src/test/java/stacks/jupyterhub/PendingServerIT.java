package stacks.jupyterhub;

import static org.assertj.core.api.Assertions.assertThat;

import cli.AccountKubeconfig;
import cli.DevIsUp;
import cli.ScratchProject;
import com.fasterxml.jackson.databind.JsonNode;
import config.FacilityReader;
import facility.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers that the quota lets start, and that find no slice on the nodes: the scheduler leaves them pending. */
@ExtendWith(DevIsUp.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PendingServerIT {
    /** Long enough for the scheduler's event, and not for a test to wait five minutes. */
    private static final String DECLARATION =
            """
            config:
              pulumi:disable-default-providers: ["*"]
              facility:catalogue:
                collaborations:
                  dune: {flavours: {gpu-sl7: {startTimeout: 30s}}}
            """;

    private static final String WITH_SLICE =
            """
            {"user": "mia", "groups": ["dune"], "options": {"profile": "dune", "environment": "gpu-sl7"}}""";

    private static final String WITHOUT =
            """
            {"user": "mia", "groups": ["dune"], "server": "second",
             "options": {"profile": "dune", "environment": "sl7"}}""";

    private JsonNode withSlice;
    private JsonNode without;

    @BeforeAll
    void start(ScratchProject project) throws Exception {
        Path kubeconfig = project.root().resolve(".facility/dev/twin/kubeconfig");
        Path folder = Files.createDirectories(project.root().resolve("pending-hub"));
        write(folder);
        try (var client = AccountKubeconfig.client(kubeconfig);
                var slices = new TakenSlices(client)) {
            slices.allOfTheNodes();
            var started =
                    new HubOnTwin(kubeconfig, folder).start(WITH_SLICE, WITHOUT).path("started");
            withSlice = started.get(0);
            without = started.get(1);
        }
    }

    private static void write(Path folder) throws Exception {
        Files.writeString(folder.resolve("Pulumi.dev.yaml"), DECLARATION);
        var facility = FacilityReader.read(folder, Environment.DEV, true).orElseThrow("Pulumi.dev.yaml");
        HubFolder.write(folder, DeclaredHub.of(facility), facility.secrets());
    }

    @Test
    void at_its_time_out_the_user_reads_that_no_slice_was_free() {
        assertThat(withSlice.path("refused").asInt()).as(withSlice.toString()).isEqualTo(409);
        assertThat(withSlice.path("shown").asText())
                .startsWith("No GPU slice is free for GPU SL7 (MIG 10 GB, formerly T4)");
        // JupyterHub adds one for every exception of a start.
        assertThat(withSlice.path("failure_count").asInt()).isEqualTo(-1);
    }

    @Test
    void the_quota_alone_would_have_let_it_start() throws IOException {
        assertThat(withSlice.path("form").asText()).doesNotContain("no slice free now");
    }

    @Test
    void an_environments_own_time_limit_takes_the_place_of_the_hubs() {
        assertThat(withSlice.path("start_timeout").asInt()).isEqualTo(30);
        assertThat(without.path("start_timeout").asInt()).isEqualTo(300);
        assertThat(without.path("pod").asText()).isNotEmpty();
    }
}
