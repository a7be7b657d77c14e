package config;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Environment;
import facility.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineConfigurationTest {
    @TempDir
    Path project;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                project.resolve("Pulumi.dev.yaml"),
                """
                config:
                  pulumi:disable-default-providers: ["*"]
                  facility:hub:
                    host: a.example.org
                    namedServers: 5
                  facility:groups:
                    dune: {displayName: "7"}
                """);
    }

    @Test
    void the_same_values_are_no_difference() {
        assertThat(differences(Map.of(
                        "facility:hub", "{\"namedServers\":5,\"host\":\"a.example.org\"}",
                        "facility:groups", "{\"dune\":{\"displayName\":\"7\"}}",
                        "facility:secrets", "{}",
                        "pulumi:disable-default-providers", "[\"*\"]")))
                .isEmpty();
    }

    @Test
    void a_value_that_came_by_the_command_line_is_named() {
        assertThat(differences(Map.of(
                        "facility:hub", "{\"namedServers\":6,\"host\":\"a.example.org\"}",
                        "facility:groups", "{\"dune\":{\"displayName\":\"7\"}}",
                        "facility:gpu", "{}")))
                .map(Problem::path)
                .containsExactly("facility:gpu", "facility:hub");
    }

    @Test
    void a_value_that_the_engine_lost_is_named() {
        assertThat(differences(Map.of("facility:groups", "{\"dune\":{\"displayName\":\"7\"}}")))
                .map(Problem::toString)
                .containsExactly("facility:hub: differs between the engine's configuration and Pulumi.dev.yaml;"
                        + " the file alone declares the environment; write the value into Pulumi.dev.yaml,"
                        + " then source ./facility env dev again, which renews the engine's copy");
    }

    private java.util.List<Problem> differences(Map<String, String> given) {
        return EngineConfiguration.differences(project, Environment.DEV, given);
    }
}
