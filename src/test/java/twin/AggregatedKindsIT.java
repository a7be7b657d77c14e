package twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cli.DevIsUp;
import cli.ScratchProject;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kinds that OKD serves without a CustomResourceDefinition: the twin's own take what OKD takes, field by field. */
@ExtendWith(DevIsUp.class)
class AggregatedKindsIT {
    private static final String BUILD_CONFIG =
            """
            apiVersion: build.openshift.io/v1
            kind: BuildConfig
            metadata: {name: aggregated, namespace: default}
            spec:
              source: {type: Git, git: {uri: "https://git.example.org/a.git", ref: main}}
              strategy: {type: Docker, dockerStrategy: {dockerfilePath: Dockerfile, env: [{name: A, value: b}]}}
              output: {to: {kind: DockerImage, name: "registry.example.org/a:1"}}
              resources: {limits: {cpu: 2, memory: 4Gi}}
              %s
            """;

    @Test
    void a_build_config_keeps_every_field(ScratchProject project) {
        try (var client = client(project)) {
            GenericKubernetesResource created = create(client, "runPolicy: Serial");
            try {
                assertThat(text(created, "spec", "strategy", "dockerStrategy", "env", 0, "value"))
                        .isEqualTo("b");
                assertThat(text(created, "spec", "resources", "limits", "memory"))
                        .isEqualTo("4Gi");
                assertThat(text(created, "spec", "runPolicy")).isEqualTo("Serial");
            } finally {
                client.resource(created).delete();
            }
        }
    }

    @Test
    void a_field_of_another_type_is_refused(ScratchProject project) {
        try (var client = client(project)) {
            var refused = catchThrowableOfType(
                    KubernetesClientException.class, () -> create(client, "completionDeadlineSeconds: soon"));
            assertThat(refused.getCode()).isEqualTo(422);
            assertThat(refused.getMessage()).contains("completionDeadlineSeconds");
        }
    }

    @Test
    void an_image_stream_a_template_and_a_group_are_served(ScratchProject project) {
        try (var client = client(project)) {
            for (String apiVersion : new String[] {
                "image.openshift.io/v1", "template.openshift.io/v1", "user.openshift.io/v1", "oauth.openshift.io/v1"
            }) {
                assertThat(client.getApiResources(apiVersion).getResources())
                        .as(apiVersion)
                        .isNotEmpty();
            }
        }
    }

    /** Untyped: the typed client would refuse the field before the API server does. */
    private static GenericKubernetesResource create(KubernetesClient client, String field) {
        return client.genericKubernetesResources("build.openshift.io/v1", "BuildConfig")
                .inNamespace("default")
                .resource(Serialization.unmarshal(BUILD_CONFIG.formatted(field), GenericKubernetesResource.class))
                .create();
    }

    private static String text(GenericKubernetesResource object, Object... path) {
        return object.get(path);
    }

    private static KubernetesClient client(ScratchProject project) {
        Path kubeconfig = project.root().resolve(".facility/dev/twin/kubeconfig");
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
                .build();
    }
}
