package health;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stacks.CheckedFacility;
import stacks.jupyterhub.RunningHub;

/** What a real hub behind its real proxy answers, as it is declared, and when it is gone. */
class AskerIT {
    @Test
    void a_hub_says_its_version_until_it_is_gone(@TempDir Path folder) throws IOException {
        var checked = CheckedFacility.read(Path.of(""), Environment.DEV, true);
        var stack = checked.stacks().stream()
                .filter(each -> each.name().equals("jupyterhub"))
                .findFirst()
                .orElseThrow();
        String version = checked.facility().hub().jupyterhub().toString();
        var asker = new Asker(Optional.empty());
        String url;
        try (var hub = new RunningHub(folder, stack, checked.facility().secrets(), Map.of())) {
            url = hub.url();
            assertThat(asker.ask(Question.answers("jupyterhub", url + "/")))
                    .isEqualTo(Finding.green("jupyterhub", url + "/"));
            assertThat(asker.ask(Question.says("jupyterhub", url + "/hub/api", "version", version)))
                    .isEqualTo(Finding.green("jupyterhub", url + "/hub/api"));
            assertThat(asker.ask(Question.says("jupyterhub", url + "/hub/api", "version", "1.0.0"))
                            .reason())
                    .isEqualTo("says version \"" + version + "\", not \"1.0.0\"");
        }
        assertThat(asker.ask(Question.answers("jupyterhub", url + "/")))
                .satisfies(gone -> assertThat(gone.outcome()).isEqualTo(Outcome.RED))
                .satisfies(gone -> assertThat(gone.reason()).startsWith("does not answer: "));
    }
}
