package facility.rules;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Environment;
import facility.SharedFacility;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the declaration says of releases is what the charts and the tests run. */
class JupyterHubsFitTest {
    @Test
    void the_shared_hub_is_of_the_charts_release() throws Exception {
        String declared = SharedFacility.of(Environment.DEV).hub().jupyterhub().toString();
        assertThat(Files.readString(Path.of("charts/jupyterhub/requirements.txt")))
                .contains("\njupyterhub==" + declared + "\n");
        assertThat(Files.readString(Path.of("charts/jupyterhub/Chart.yaml")))
                .contains("\nappVersion: " + declared + "\n");
    }
}
