package config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facility.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two environments declare differently, with the place of each side. */
class DeclaredValuesTest {
    private static final String HEAD = "config:\n  pulumi:disable-default-providers: [\"*\"]\n";

    @TempDir
    Path root;

    @Test
    void two_files_that_say_nothing_differ_where_the_shared_values_do() throws IOException {
        var differences = between("", "");
        assertThat(differences).isNotEmpty().allSatisfy(each -> {
            assertThat(each.path()).startsWith("checkmk.");
            assertThat(each.first().place().inFile()).isFalse();
            assertThat(each.first().place().source()).isEqualTo("facility.SharedFacility");
            assertThat(each.second().place().inFile()).isFalse();
        });
    }

    @Test
    void an_override_in_one_file_differs_from_the_shared_value() throws IOException {
        assertThat(own(between("", "  facility:hub:\n    users:\n      atOnce: 180\n")))
                .map(Object::toString)
                .containsExactly(
                        "ValueDifference[path=hub.users.atOnce, first=50 (shared value, facility.SharedFacility),"
                                + " second=180 (Pulumi.prod.yaml:5)]");
    }

    @Test
    void the_same_amount_written_otherwise_is_no_difference() throws IOException {
        assertThat(own(between(
                        "  facility:hub:\n    cullAfter: 60m\n    homes: {size: 1Ti}\n",
                        "  facility:hub:\n    cullAfter: 1h\n    homes: {size: 1024Gi}\n")))
                .isEmpty();
        assertThat(own(between("", "  facility:hub:\n    cullAfter: 480m\n"))).isEmpty();
    }

    @Test
    void what_only_one_has_is_one_difference_and_a_list_is_compared_whole() throws IOException {
        assertThat(own(between(
                        "  facility:hub:\n    examples: null\n    cullAfter: 90s\n",
                        "  facility:groups:\n    nova: {displayName: NOvA}\n  facility:hub:\n"
                                + "    signIn: {administrators: [ada, bob]}\n")))
                .map(each -> each.path() + ": " + each.first() + " -> " + each.second())
                .contains(
                        "groups[nova]: (none) (shared value, facility.SharedFacility) -> nova (Pulumi.prod.yaml:4)",
                        "hub.cullAfter: 90s (Pulumi.dev.yaml:5) -> 8h (shared value, facility.SharedFacility)")
                .anySatisfy(line -> assertThat(line).startsWith("hub.examples: (none) (Pulumi.dev.yaml:4) -> "))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("hub.signIn.administrators: [")
                        .endsWith("[ada, bob] (Pulumi.prod.yaml:6)"));
    }

    @Test
    void another_sort_of_the_same_thing_is_one_difference() throws IOException {
        assertThat(own(between(
                        "",
                        "  facility:hub:\n    database:\n      type: postgres\n      url: postgresql://db.example.org/hub\n"
                                + "      networks: [10.0.0.0/8]\n      caCertificate: x\n")))
                .anySatisfy(each -> assertThat(each.path()).isEqualTo("hub.database.type"));
    }

    @Test
    void a_file_that_cannot_be_read_is_a_fault() {
        assertThatThrownBy(() -> DeclaredValues.read(root, Environment.DEV))
                .isInstanceOf(FaultyDeclarationException.class)
                .hasMessageContaining("Pulumi.dev.yaml: cannot be read");
    }

    private static List<ValueDifference> own(List<ValueDifference> differences) {
        return differences.stream()
                .filter(each -> !each.path().startsWith("checkmk."))
                .toList();
    }

    private List<ValueDifference> between(String dev, String prod) throws IOException {
        Files.writeString(root.resolve("Pulumi.dev.yaml"), HEAD + dev);
        Files.writeString(root.resolve("Pulumi.prod.yaml"), HEAD + prod);
        return DeclaredValues.read(root, Environment.DEV).differences(DeclaredValues.read(root, Environment.PROD));
    }
}
