package stacks.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Environment;
import facility.Facility;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stacks.CheckedFacility;

/** The rules of both environments before Prometheus' own promtool. */
class RulesIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Environment.class)
    void promtool_finds_no_fault_in_the_rules(Environment environment) throws Exception {
        Facility facility = facility(environment);
        Path file = folder.resolve("rules.yaml");
        var groups = new MonitoringStack(facility).rules();
        Files.writeString(file, AlertUnitTest.rules(groups, new RuleObjects(facility.monitoring())));

        String said = Programs.run(folder, List.of("promtool", "check", "rules", file.toString()));

        long rules = groups.stream()
                .mapToLong(group -> group.recordings().size() + group.alerts().size())
                .sum();
        assertThat(said).contains("SUCCESS: " + rules + " rules found");
    }

    @ParameterizedTest
    @EnumSource(Environment.class)
    void each_alert_fires_when_it_should_and_is_quiet_otherwise(Environment environment) throws Exception {
        Facility facility = facility(environment);
        var writer = new RuleObjects(facility.monitoring());
        var words = new ArrayList<>(List.of("promtool", "test", "rules"));
        for (RuleGroup group : new MonitoringStack(facility).rules()) {
            for (Alert alert : group.alerts()) {
                var test = new AlertUnitTest(group, alert, writer);
                assertThat(test.fixture())
                        .as("the unit test of alert %s", alert.name())
                        .exists();
                words.add(test.write(folder, "alert-" + words.size())
                        .getFileName()
                        .toString());
            }
        }

        String said = Programs.run(folder, words);

        assertThat(said.split("SUCCESS", -1)).as(said).hasSize(words.size() - 3 + 1);
    }

    @Test
    void no_unit_test_is_of_an_alert_that_is_gone() throws Exception {
        var alerts = new TreeSet<String>();
        new MonitoringStack(facility(Environment.DEV)).rules().forEach(group -> group.alerts()
                .forEach(alert -> alerts.add(alert.name() + ".yaml")));

        try (Stream<Path> fixtures = Files.list(AlertUnitTest.FIXTURES)) {
            assertThat(fixtures.map(file -> file.getFileName().toString()))
                    .allSatisfy(name -> assertThat(alerts).contains(name));
        }
    }

    private static Facility facility(Environment environment) {
        return CheckedFacility.read(Path.of(""), environment, false).facility();
    }
}
