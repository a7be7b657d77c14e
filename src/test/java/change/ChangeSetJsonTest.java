package change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeSetJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();

    static Stream<ChangeSet> sets() {
        return Stream.of(
                EverySort.set(),
                Changed.set(),
                Changed.failed(Verdict.NO_CLUSTER, 1, "the cluster does not answer"),
                Changed.failed(Verdict.FAULTY, 2, "homes.size: is no quantity, \"40 TB\""),
                Changed.failed(Verdict.FAILED, 1, "the state is locked by another run"),
                Changed.failed(Verdict.POLICY, 4, "a policy forbids it"));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void what_is_written_is_of_the_published_schema(ChangeSet set) {
        assertThat(SCHEMA.validate(ChangeSetJson.write(set), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void what_is_read_writes_the_same_again(ChangeSet set) throws JsonProcessingException {
        String written = ChangeSetJson.write(set);
        assertThat(ChangeSetJson.write(ChangeSetJson.read(written))).isEqualTo(written);
    }

    /** Of a resource that only changes, what does not differ is left out. */
    @Test
    void what_is_read_is_what_was_written() throws JsonProcessingException {
        var set = EverySort.set();
        var read = ChangeSetJson.read(ChangeSetJson.write(set));
        assertThat(read).usingRecursiveComparison().ignoringFields("changes").isEqualTo(set);
        assertThat(read.changes())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("before", "after")
                .isEqualTo(set.changes());
        assertThat(read.changes())
                .filteredOn(
                        change -> change.before().isPresent() || change.after().isPresent())
                .extracting(ResourceChange::operation)
                .containsOnly(Operation.CREATE, Operation.DELETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"schema\": \"facility/changeset/v2\"}", "{}", "[]", "3", "\"facility/changeset/v1\""})
    void what_is_of_no_known_schema_is_refused(String json) {
        assertThatThrownBy(() -> ChangeSetJson.read(json))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("not facility/changeset/v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"schema\": \"facility/changeset/v1\"}"})
    void what_is_no_change_set_is_refused(String json) {
        assertThatThrownBy(() -> ChangeSetJson.read(json)).isInstanceOf(JsonProcessingException.class);
    }

    /** A reader of this version goes on reading what a later one adds. */
    @Test
    void a_property_that_is_new_is_no_fault() throws JsonProcessingException {
        var document = (ObjectNode) JSON.readTree(ChangeSetJson.write(EverySort.set()));
        document.put("later", true);
        assertThat(ChangeSetJson.read(document.toString()).changes()).hasSize(7);
        assertThat(SCHEMA.validate(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema", "origin", "verdict", "exitCode", "changes", "dangers", "hidden", "unchanged"})
    void the_schema_asks_for_what_every_reader_needs(String property) throws JsonProcessingException {
        var document = (ObjectNode) JSON.readTree(ChangeSetJson.write(EverySort.set()));
        document.remove(property);
        assertThat(SCHEMA.validate(document)).hasSize(1);
    }

    /** Every word that a report can hold is one that the schema names. */
    @Test
    void the_schema_names_every_word() throws IOException {
        var definitions = JSON.readTree(file()).path("$defs");
        assertThat(definitions.at("/verdict/enum")).isEqualTo(JSON.valueToTree(Verdict.values()));
        assertThat(definitions.at("/operation/enum")).isEqualTo(JSON.valueToTree(Operation.values()));
        assertThat(definitions.at("/rank/enum")).isEqualTo(JSON.valueToTree(Danger.Rank.values()));
        assertThat(definitions.at("/basis/enum")).isEqualTo(JSON.valueToTree(Origin.Basis.values()));
        assertThat(definitions.at("/outcome/enum")).isEqualTo(JSON.valueToTree(ResourceDrift.Outcome.values()));
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(file());
    }

    private static String file() {
        try {
            return Files.readString(Path.of("docs/schemas/changeset-v1.json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
