package cli;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stacks.CheckedFacility;

class InventoryTest {
    @ParameterizedTest
    @EnumSource(Environment.class)
    void it_counts_what_the_golden_file_lists(Environment environment) throws IOException {
        var listed = Files.readAllLines(Path.of("src/test/resources/golden/" + environment.key() + "/resources.txt"));
        long kinds = listed.stream()
                .map(line -> line.split(" ", -1)[1].replaceAll("Patch$", ""))
                .distinct()
                .count();

        assertThat(Inventory.of(CheckedFacility.read(Path.of(""), environment, true)))
                .hasToString(listed.size() + " objects of " + kinds + " kinds");
    }
}
