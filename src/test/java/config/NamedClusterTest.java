package config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facility.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedClusterTest {
    @TempDir
    Path root;

    @Test
    void a_name_that_is_a_folders_and_no_twins_is_taken() throws IOException {
        assertThat(read("okd-prod.example").cluster()).isEqualTo("okd-prod.example");
    }

    /** What is for a twin alone asks whether the target's name begins with twin/. */
    @Test
    void a_real_cluster_is_never_called_a_twin() {
        for (String name : new String[] {"twin/dev", "../dev", "OKD", "okd prod"}) {
            assertThatThrownBy(() -> read(name))
                    .as(name)
                    .isInstanceOf(FaultyDeclarationException.class)
                    .hasMessageContaining("target.cluster: is no name of a cluster, \"" + name
                            + "\"; lower-case letters," + " digits, dots and hyphens; give the cluster another name");
        }
    }

    private NamedCluster read(String cluster) throws IOException {
        Files.writeString(
                root.resolve("Pulumi.dev.yaml"),
                "config:\n  facility:target:\n    cluster: \"" + cluster + "\"\n    context: admin\n    uid: 6f1c\n");
        return NamedCluster.read(root, Environment.DEV);
    }
}
