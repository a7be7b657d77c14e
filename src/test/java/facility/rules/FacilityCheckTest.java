package facility.rules;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Environment;
import facility.Group;
import facility.Problem;
import facility.SharedFacility;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults that only Java can write; those of a file are fixtures of {@code config.FacilityReaderTest}. */
class FacilityCheckTest {
    @ParameterizedTest
    @EnumSource(Environment.class)
    void the_shared_values_are_a_whole_facility(Environment environment) {
        assertThat(FacilityCheck.check(SharedFacility.of(environment).withQuotasOfFlavours(), false))
                .isEmpty();
    }

    @Test
    void a_name_that_java_writes_twice_is_a_fault() {
        var shared = SharedFacility.of(Environment.DEV).withQuotasOfFlavours();
        var groups = new ArrayList<>(shared.groups());
        groups.add(new Group("dune", "DUNE again"));
        var facility = shared.withGroups(groups);

        assertThat(FacilityCheck.check(facility, false))
                .map(Problem::toString)
                .containsExactly("groups[dune]: is a duplicate name, \"dune\"; each name once in groups;"
                        + " rename or remove one of them");
    }

    @Test
    void faults_come_sorted_and_each_once() {
        var shared = SharedFacility.of(Environment.DEV).withQuotasOfFlavours();
        var facility = shared.withGroups(List.of()).withNamespaces(List.of());

        var problems = FacilityCheck.check(facility, false);

        assertThat(problems)
                .isSorted()
                .doesNotHaveDuplicates()
                .map(Problem::path)
                .contains("hub.namespace");
    }
}
