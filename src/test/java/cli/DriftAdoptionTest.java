package cli;

import static org.assertj.core.api.Assertions.assertThat;

import change.ResourceDrift;
import change.ResourceDrift.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import difference.FieldChange;
import facility.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The project as it is tracked; the drift is given. What is printed is tried out on the real declaration. */
class DriftAdoptionTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Project project = new Project(Path.of("").toAbsolutePath());

    @Test
    void a_quota_is_adopted_by_the_one_value_that_makes_it_so() {
        var lines = adopted(
                "ResourceQuota",
                "jupyterhub/quota",
                "namespaces",
                "spec.hard.pods",
                JSON.textNode("320"),
                JSON.textNode("321"));
        assertThat(lines.get(0))
                .isEqualTo("# ResourceQuota jupyterhub/quota spec.hard.pods: 320 is declared, 321 is on the cluster");
        assertThat(lines.get(1))
                .contains("in Pulumi.dev.yaml; the value is now declared in facility.SharedFacility, as 320");
        Object read = new Yaml().load(String.join("\n", lines));
        assertThat(read).hasToString("{config={facility:namespaces={jupyterhub={quota={pods=321}}}}}");
    }

    @Test
    void what_no_value_makes_is_laid_to_the_class_that_declares_it() {
        assertThat(adopted(
                        "Deployment",
                        "jupyterhub/hub",
                        "jupyterhub",
                        "spec.replicas",
                        JSON.numberNode(1),
                        JSON.numberNode(2)))
                .last()
                .isEqualTo("# no single value of Pulumi.dev.yaml makes it so: stack jupyterhub declares it"
                        + " (src/main/java/stacks/jupyterhub/JupyterHubStack.java)");
    }

    @Test
    void every_stack_has_a_class_that_is_found_by_its_name() {
        assertThat(project.checked(Environment.DEV, On.TWIN).stacks())
                .isNotEmpty()
                .allSatisfy(stack ->
                        assertThat(StackSource.of(project.root(), stack.name())).isPresent());
    }

    private List<String> adopted(String kind, String name, String stack, String path, JsonNode before, JsonNode after) {
        String group = kind.equals("Deployment") ? "apps" : "core";
        var drift = new ResourceDrift(
                stack,
                "kubernetes:" + group + "/v1:" + kind,
                name,
                false,
                List.of(new FieldChange(path, Optional.of(before), Optional.of(after))),
                List.of(),
                Outcome.TAKEN_BACK);
        return new DriftAdoption(project, Environment.DEV, On.TWIN)
                .of(project.checked(Environment.DEV, On.TWIN), drift);
    }
}
