package cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import config.FacilityReader;
import facility.CapacityReport;
import facility.CapacityRow;
import facility.CephShare;
import facility.Environment;
import facility.Facility;
import facility.Quantity;
import facility.UserDemand;
import house.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    @ParameterizedTest
    @EnumSource(Environment.class)
    void all_of_ceph_is_accounted_for(Environment environment) throws IOException {
        Facility facility = facility(environment);
        var ceph = new ObjectMapper().readTree(CapacityJson.of(facility)).path("ceph");
        Quantity sum = Quantity.ZERO;
        for (var share : ceph.path("shares")) {
            sum = sum.plus(Quantity.parse(share.path("given").asText()));
        }
        assertThat(ceph.path("shares")).hasSize(facility.storage().classes().size() + 2);
        assertThat(sum).isEqualByComparingTo(Quantity.parse("45T"));
        assertThat(sum).isEqualByComparingTo(facility.storage().capacity());
    }

    @Test
    void what_is_claimed_of_a_class_is_what_its_homes_and_buckets_may_hold() {
        var shares = CephShare.of(facility(Environment.PROD)).stream()
                .collect(Collectors.toMap(
                        CephShare::key,
                        share -> share.claimed().map(Quantity::toString).orElse("-")));
        assertThat(shares)
                .containsEntry("storage[cephfs-homes]", "14400Gi")
                .containsEntry("storage[buckets]", "1Ti")
                .containsEntry("storage[rbd-services]", "1Gi")
                .containsEntry("snapshots", "-");
    }

    /** A server with a slice takes CPU and memory too, and more than others. */
    @Test
    void users_with_a_slice_are_counted_at_their_flavours_limits() {
        var cpu = UserDemand.of(facility(Environment.PROD)).stream()
                .filter(demand -> demand.key().equals("cpu"))
                .findFirst()
                .orElseThrow();
        assertThat(cpu.count()).isEqualTo(180);
        assertThat(cpu.needed()).isEqualByComparingTo(Quantity.of(116 * 4 + 20 * 4 + 30 * 8 + 14 * 16));
    }

    private static Facility facility(Environment environment) {
        return FacilityReader.read(Path.of(""), environment, false).orElseThrow(FacilityReader.fileOf(environment));
    }
}
