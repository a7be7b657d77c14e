package stacks.storage;

import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import house.Golden;
import java.nio.file.Path;
import java.util.stream.Collectors;
import kube.ObjectFields;
import org.junit.jupiter.api.Test;

/** CVMFS in users' own servers, which neither environment has. */
class CvmfsExecTest {
    private static final Facility FACILITY = FacilityReader.readFile(
                    Path.of("src/test/resources/facility/happy/cvmfs-by-servers.yaml"), Environment.DEV, false)
            .facility()
            .orElseThrow();

    @Test
    void an_account_for_the_scc_and_the_settings_with_a_limit_below_the_volumes() {
        Golden.assertMatches(
                "golden/cvmfs-by-servers/storage.yaml",
                CvmfsExecPlace.of(FACILITY.catalogue(), "jupyterhub").stream()
                        .map(ObjectFields::yaml)
                        .collect(Collectors.joining()));
    }
}
