package checklist;

import static org.assertj.core.api.Assertions.assertThat;

import checklist.Item.Outcome;
import facility.Environment;
import facility.SharedFacility;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Instant;
import java.util.List;
import kube.Declared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredApisTest {
    private static final HasMetadata BUDGET =
            new io.fabric8.kubernetes.api.model.policy.v1beta1.PodDisruptionBudgetBuilder()
                    .withNewMetadata()
                    .withName("hub")
                    .withNamespace("jupyterhub")
                    .endMetadata()
                    .build();

    @ParameterizedTest
    @CsvSource({"1.20, PASSED", "1.21, ATTENTION", "1.24, ATTENTION", "1.25, FAILED", "1.36, FAILED"})
    void an_api_is_judged_by_the_release_to_come(String release, Outcome outcome) {
        assertThat(look(release, BUDGET).outcome()).isEqualTo(outcome);
    }

    @Test
    void what_is_gone_is_named_with_what_to_use_instead() {
        assertThat(look("1.36", BUDGET).findings())
                .containsExactly("PodDisruptionBudget of policy/v1beta1 (jupyterhub/hub): no longer served from 1.25;"
                        + " use policy/v1");
    }

    @Test
    void what_no_release_deprecates_is_in_order() {
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName("jupyterhub")
                .endMetadata()
                .build();
        assertThat(look("1.99", namespace).outcome()).isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest
    @CsvSource({"1.36, 1.36", "v1.35.4, 1.35", "1.33+, 1.33", "1.33.1-eks-1, 1.33"})
    void a_release_is_read_as_clusters_and_people_write_it(String text, String release) {
        assertThat(KubernetesRelease.parse(text))
                .map(KubernetesRelease::toString)
                .contains(release);
    }

    @ParameterizedTest
    @CsvSource({"4", "latest", "1.", "1.x", "1.36x"})
    void anything_else_is_none(String text) {
        assertThat(KubernetesRelease.parse(text)).isEmpty();
    }

    private static Item look(String release, HasMetadata object) {
        try (var client = new KubernetesClientBuilder().build()) {
            return new DeclaredApis()
                    .look(new Subject(
                            SharedFacility.of(Environment.DEV),
                            List.of(Declared.of(object)),
                            client,
                            KubernetesRelease.parse(release).orElseThrow(),
                            List::of,
                            Instant.EPOCH));
        }
    }
}
