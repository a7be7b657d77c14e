package difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import difference.ObjectChange.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Test
    void equal_objects_have_none() {
        var object = List.of(object("Deployment", "hub", "{spec: {replicas: 1}}"));
        assertThat(Difference.between(object, object).none()).isTrue();
    }

    @Test
    void objects_are_told_apart_by_type_and_name() {
        var difference = Difference.between(
                List.of(object("Secret", "a", "{}"), object("ConfigMap", "b", "{}")),
                List.of(object("ConfigMap", "a", "{}"), object("ConfigMap", "b", "{}")));
        assertThat(difference.changes())
                .extracting(change ->
                        change.operation().sign() + " " + change.object().title())
                .containsExactly("+ ConfigMap a", "- Secret a");
        assertThat(difference.count(Operation.CHANGED)).isZero();
        assertThat(difference.compared()).isEqualTo(3);
    }

    @Test
    void items_are_matched_by_name_and_not_by_place() {
        assertThat(paths(
                        "{containers: [{name: hub, image: 'a:1'}, {name: culler, image: 'b:1'}]}",
                        "{containers: [{name: culler, image: 'b:1'}, {name: hub, image: 'a:2'}]}"))
                .containsExactly("containers[hub].image: \"a:1\" -> \"a:2\"");
    }

    @Test
    void an_item_that_is_added_or_removed_is_one_change() {
        assertThat(paths("{env: [{name: A, value: '1'}]}", "{env: [{name: B, value: '2'}]}"))
                .containsExactly(
                        "env[A]: {\"name\":\"A\",\"value\":\"1\"} -> -",
                        "env[B]: - -> {\"name\":\"B\",\"value\":\"2\"}");
    }

    @Test
    void the_order_of_words_is_a_change_and_shown_whole() {
        assertThat(paths("{args: [a, b]}", "{args: [b, a]}")).containsExactly("args: [\"a\",\"b\"] -> [\"b\",\"a\"]");
    }

    @Test
    void alerts_of_one_name_are_told_apart_by_a_label() {
        assertThat(paths(
                        "{rules: [{alert: A, labels: {flavour: x}, for: 1m}, {alert: B}, {alert: A, labels: {flavour: z}}]}",
                        "{rules: [{alert: A, labels: {flavour: x}, for: 2m}, {alert: A, labels: {flavour: y}}, {alert: B},"
                                + " {alert: A, labels: {flavour: z}}]}"))
                .containsExactly(
                        "rules[A flavour=x].for: \"1m\" -> \"2m\"",
                        "rules[A flavour=y]: - -> {\"alert\":\"A\",\"labels\":{\"flavour\":\"y\"}}");
    }

    @Test
    void two_ports_of_one_number_are_told_apart_by_their_name() {
        assertThat(paths(
                        "{ports: [{name: tcp, port: 80}, {name: udp, port: 80}]}",
                        "{ports: [{name: tcp, port: 80}, {name: udp, port: 81}]}"))
                .containsExactly("ports[udp].port: 80 -> 81");
    }

    @Test
    void items_without_a_name_are_matched_by_place() {
        assertThat(paths("{rules: [{verbs: [get]}, {verbs: [list]}]}", "{rules: [{verbs: [get]}, {verbs: ['*']}]}"))
                .containsExactly("rules[1].verbs: [\"list\"] -> [\"*\"]");
    }

    @Test
    void names_with_dots_stand_in_brackets() {
        assertThat(paths("{labels: {app.kubernetes.io/name: a}}", "{labels: {app.kubernetes.io/name: b}}"))
                .containsExactly("labels[app.kubernetes.io/name]: \"a\" -> \"b\"");
    }

    @Test
    void configuration_within_a_config_map_is_compared_by_its_own_properties() {
        assertThat(paths(
                        "{data: {values.yaml: \"cull: {timeout: 1, every: 5}\\n\"}}",
                        "{data: {values.yaml: \"cull:\\n  every: 5\\n  timeout: 2\\n\"}}"))
                .containsExactly("data[values.yaml].cull.timeout: 1 -> 2");
    }

    @Test
    void a_text_that_only_its_spelling_differs_in_is_a_change_of_the_text() {
        assertThat(paths("{data: {values.yaml: 'a: 1'}}", "{data: {values.yaml: 'a:  1'}}"))
                .containsExactly("data[values.yaml]: \"a: 1\" -> \"a:  1\"");
    }

    @Test
    void a_broken_configuration_is_a_text() {
        assertThat(paths("{data: {a.json: '{'}}", "{data: {a.json: '}'}}"))
                .containsExactly("data[a.json]: \"{\" -> \"}\"");
    }

    @Test
    void another_type_is_a_change_of_the_whole_value() {
        assertThat(paths("{data: {a: 1}}", "{data: [1]}")).containsExactly("data: {\"a\":1} -> [1]");
    }

    private static List<String> paths(String before, String after) {
        var difference = Difference.between(List.of(object("Any", "x", before)), List.of(object("Any", "x", after)));
        return difference.changes().get(0).fields().stream()
                .map(field -> field.path() + ": " + text(field.before()) + " -> " + text(field.after()))
                .toList();
    }

    private static String text(java.util.Optional<JsonNode> value) {
        return value.map(JsonNode::toString).orElse("-");
    }

    private static RenderedObject object(String kind, String name, String fields) {
        try {
            return new RenderedObject("stack", "kubernetes:core/v1:" + kind, name, false, YAML.readTree(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
