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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
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

    @Test
    void the_users_of_gpus_are_counted_against_their_quota() throws IOException {
        var users = new ObjectMapper()
                .readTree(CapacityJson.of(facility(Environment.PROD)))
                .path("users");
        var gpus = new TreeMap<String, String>();
        users.forEach(row -> gpus.put(
                row.path("resource").asText(),
                row.path("needed").asText() + " of " + row.path("quota").asText()));
        gpus.keySet().removeIf(key -> !key.startsWith("gpu["));
        assertThat(gpus)
                .containsExactly(
                        Map.entry("gpu[1g.10gb]", "20 of 26"),
                        Map.entry("gpu[2g.20gb]", "30 of 36"),
                        Map.entry("gpu[3g.40gb]", "14 of 18"));
    }

    private static Facility facility(Environment environment) {
        return FacilityReader.read(Path.of(""), environment, false).orElseThrow(FacilityReader.fileOf(environment));
    }
}
