package cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import engine.HeldResource;
import engine.Marks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import registration.Inputs;
import registration.Registration;
import registration.Removal;

class DifferingTest {
    private static final String URN = "urn:pulumi:dev::facility::kubernetes:core/v1:Secret::hub/token";
    private static final String SECRET = "kubernetes:core/v1:Secret";

    private static HeldResource held(String inputs) throws Exception {
        return new HeldResource(
                URN, SECRET, "hub/token", true, "root", "p::1", false, false, Set.of("a"), json(inputs));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"').replace("SIG", Marks.SECRET));
    }

    private static Registration wanted(Map<String, Object> inputs) {
        return wanted(inputs, List.of("a"), Removal.DELETED);
    }

    private static Registration wanted(Map<String, Object> inputs, List<String> dependencies, Removal removal) {
        return new Registration(
                SECRET, "hub/token", "root", true, "p::1", "", Inputs.struct(inputs), dependencies, removal);
    }

    private static boolean is(HeldResource held, Registration wanted) {
        return Differing.of(List.of(held), Map.of(URN, wanted)).isEmpty();
    }

    @Test
    void the_same_values_are_unchanged() throws Exception {
        assertThat(is(
                        held("{'a': 1, 'b': ['x', true], 'c': {'d': null}}"),
                        wanted(new HashMap<>(Map.of(
                                "a", 1, "b", List.of("x", true), "c", java.util.Collections.singletonMap("d", null))))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'a': 2}", "{'a': '1'}", "{}", "{'a': 1, 'b': 1}", "{'b': 1}", "{'a': [1]}", "{'a': {}}", "[1]"})
    void another_value_is_a_change(String inputs) throws Exception {
        assertThat(is(held(inputs), wanted(Map.of("a", 1)))).isFalse();
    }

    @Test
    void lists_are_in_order() throws Exception {
        assertThat(is(held("{'a': ['x', 'y']}"), wanted(Map.of("a", List.of("y", "x")))))
                .isFalse();
        assertThat(is(held("{'a': ['x', 'y']}"), wanted(Map.of("a", List.of("x")))))
                .isFalse();
    }

    @Test
    void what_is_wanted_as_a_secret_is_held_as_one() throws Exception {
        var wanted = wanted(Map.of("data", Map.of("token", new Inputs.Secret("s"))));
        String value = "{'SIG': '1b47061264138c4ac30d75fd1eb44270', 'value': ";
        assertThat(is(held("{'data': {'token': " + value + "'s'}}}"), wanted)).isTrue();
        assertThat(is(held("{'data': " + value + "{'token': 's'}}}"), wanted))
                .as("the provider marks the whole data")
                .isTrue();
        assertThat(is(held("{'data': {'token': " + value + "'t'}}}"), wanted)).isFalse();
        assertThat(is(held("{'data': {'token': 's'}}"), wanted)).isFalse();
    }

    @Test
    void dependencies_protection_and_fields_let_be_count() throws Exception {
        var held = held("{}");
        assertThat(is(held, wanted(Map.of(), List.of("a", "b"), Removal.DELETED)))
                .isFalse();
        assertThat(is(held, wanted(Map.of(), List.of(), Removal.DELETED))).isFalse();
        assertThat(is(held, wanted(Map.of(), List.of("a"), Removal.PROTECTED))).isFalse();
        assertThat(is(held, wanted(Map.of(), List.of("a"), Removal.LEFT))).isFalse();
        var left = new Registration(
                SECRET,
                "hub/token",
                "root",
                true,
                "p::1",
                "",
                Inputs.struct(Map.of()),
                List.of("a"),
                Removal.DELETED,
                List.of("spec.replicas"));
        assertThat(is(held, left)).isFalse();
    }

    @Test
    void more_or_fewer_or_two_of_one_name_are_a_change() throws Exception {
        var held = held("{}");
        var wanted = wanted(Map.of());
        assertThat(Differing.of(List.of(), Map.of(URN, wanted))).containsExactly(URN);
        assertThat(Differing.of(List.of(held), Map.of())).containsExactly(URN);
        assertThat(Differing.of(List.of(held, held), Map.of(URN, wanted, "other", wanted)))
                .containsExactly("other", URN);
    }

    @Test
    void the_namespace_that_the_provider_adds_is_none_of_ours() throws Exception {
        var held = held("{'metadata': {'name': 'x', 'namespace': 'default'}}");
        assertThat(is(held, wanted(Map.of("metadata", Map.of("name", "x"))))).isTrue();
        assertThat(is(held, wanted(Map.of("metadata", Map.of("name", "x", "namespace", "other")))))
                .isFalse();
        var other = held("{'metadata': {'name': 'x', 'namespace': 'other'}}");
        assertThat(is(other, wanted(Map.of("metadata", Map.of("name", "x"))))).isFalse();
    }
}
