package stacks.cluster;

import config.FacilityReader;
import facility.Environment;
import house.Golden;
import java.nio.file.Path;
import java.util.stream.Collectors;
import kube.ObjectFields;
import org.junit.jupiter.api.Test;

class ConsoleStackTest {
    @Test
    void a_banner_tells_its_time_because_the_console_does_not_know_it() {
        var facility = FacilityReader.readFile(
                        Path.of("src/test/resources/facility/happy/console-in-maintenance.yaml"),
                        Environment.DEV,
                        false)
                .facility()
                .orElseThrow();
        Golden.assertMatches(
                "golden/in-maintenance/console.yaml",
                new ConsoleStack(facility.console(), facility.hub().timeZone())
                        .objects().stream()
                                .map(object -> ObjectFields.yaml(object.object()))
                                .collect(Collectors.joining()));
    }
}
