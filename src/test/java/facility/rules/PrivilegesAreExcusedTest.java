package facility.rules;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Environment;
import facility.PrivilegedNamespace;
import facility.Problem;
import facility.Problems;
import facility.SharedFacility;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivilegesAreExcusedTest {
    private static final LocalDate LAST = SharedFacility.of(Environment.PROD).cluster().privileged().stream()
            .map(PrivilegedNamespace::until)
            .min(LocalDate::compareTo)
            .orElseThrow();

    @Test
    void an_exception_holds_through_its_last_day() {
        assertThat(faultsOn(LAST)).isEmpty();
    }

    @Test
    void it_is_refused_from_the_day_after() {
        assertThat(faultsOn(LAST.plusDays(1))).map(Problem::path).contains("cluster.privileged[cvmfs-csi].until");
    }

    private static List<Problem> faultsOn(LocalDate day) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        var problems = new Problems();
        new PrivilegesAreExcused(Clock.fixed(noon, ZoneOffset.UTC))
                .check(SharedFacility.of(Environment.PROD), problems);
        return problems.sorted();
    }
}
