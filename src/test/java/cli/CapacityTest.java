package cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import config.FacilityReader;
import facility.CapacityReport;
import facility.CapacityRow;
import facility.Environment;
import facility.Facility;
import house.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapacityTest {
    @ParameterizedTest
    @EnumSource(Environment.class)
    void the_table_is_what_a_person_reads(Environment environment) {
        Golden.assertMatches("golden/" + environment.key() + "/capacity.txt", CapacityText.of(facility(environment)));
    }

    @ParameterizedTest
    @EnumSource(Environment.class)
    void a_program_reads_the_same(Environment environment) throws IOException {
        var root = new ObjectMapper().readTree(CapacityJson.of(facility(environment)));
        var rows = CapacityReport.of(facility(environment));
        assertThat(root.path("resources")).hasSize(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            CapacityRow row = rows.get(i);
            assertThat(root.path("resources").get(i).path("resource").asText()).isEqualTo(row.key());
            assertThat(root.path("resources").get(i).path("promised").asText())
                    .isEqualTo(row.promised().toString());
        }
    }

    private static Facility facility(Environment environment) {
        return FacilityReader.read(Path.of(""), environment, false).orElseThrow(FacilityReader.fileOf(environment));
    }
}
