package stacks.storage;

import static org.assertj.core.api.Assertions.assertThat;

import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import facility.SecretValue;
import house.Golden;
import java.nio.file.Path;
import java.util.stream.Collectors;
import kube.Declared;
import kube.ObjectFields;
import org.junit.jupiter.api.Test;

/** Doors that neither environment has: XRootD, and one to a read-only area. */
class DataDoorTest {
    private static final Facility FACILITY = FacilityReader.readFile(
                    Path.of("src/test/resources/facility/happy/data-doors.yaml"), Environment.DEV, false)
            .facility()
            .orElseThrow();

    @Test
    void a_server_by_type_and_a_read_only_area_by_a_door_that_takes_nothing() {
        Golden.assertMatches(
                "golden/data-doors/storage.yaml",
                new StorageStack(
                                FACILITY.storage(),
                                FACILITY.hub().homes(),
                                FACILITY.catalogue(),
                                FACILITY.hub().namespace())
                        .objects().stream()
                                .map(Declared::object)
                                .filter(object -> object.getMetadata().getName().equals("data-grid")
                                        || object.getMetadata().getName().equals("data-home"))
                                .map(ObjectFields::yaml)
                                .collect(Collectors.joining()));
    }

    @Test
    void each_door_with_a_password_needs_one_and_a_door_with_tokens_needs_nothing() {
        assertThat(FACILITY.secrets())
                .map(SecretValue::path)
                .contains("dataDoorPassword-home", "dataDoorPassword-lpc")
                .doesNotContain("dataDoorPassword-grid");
    }
}
