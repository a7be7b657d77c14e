package twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServedDefinitionsTest {
    @Test
    void only_what_is_established_is_served() {
        CustomResourceDefinition fresh = named("fresh").build();
        CustomResourceDefinition withoutConditions =
                named("without-conditions").withNewStatus().endStatus().build();
        assertThat(ServedDefinitions.missing(List.of(
                        with("served", "Established", "True"),
                        with("waiting", "Established", "False"),
                        with("accepted", "NamesAccepted", "True"),
                        fresh,
                        withoutConditions)))
                .containsExactly("accepted", "fresh", "waiting", "without-conditions");
        assertThat(ServedDefinitions.missing(List.of())).isEmpty();
    }

    private static CustomResourceDefinition with(String name, String type, String status) {
        return named(name)
                .withNewStatus()
                .addNewCondition()
                .withType(type)
                .withStatus(status)
                .endCondition()
                .endStatus()
                .build();
    }

    private static CustomResourceDefinitionBuilder named(String name) {
        return new CustomResourceDefinitionBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata();
    }
}
