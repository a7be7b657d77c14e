package cli;

import change.Origin;
import change.Origin.Basis;
import facility.Environment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import toolchain.Program;

/** Where and when a report is made; begun with the command, so that the report can say how long it took. */
final class ReportOrigin {
    private final Project project;
    private final Environment environment;
    private final Clock clock;
    private final Instant begun;

    ReportOrigin(Project project, Environment environment, Clock clock) {
        this.project = project;
        this.environment = environment;
        this.clock = clock;
        this.begun = clock.instant();
    }

    Origin of(Basis basis, String against) {
        var tree = GitTree.of(project.root());
        var versions = new TreeMap<String, String>(Map.of("facility", FacilityCommand.VERSION));
        if (basis == Basis.CLUSTER) {
            versions.put("pulumi", Program.PULUMI.version(project.root()));
            versions.put("pulumi-kubernetes", Program.PROVIDER.version(project.root()));
        }
        Instant now = clock.instant();
        return new Origin(
                environment.key(),
                basis,
                against,
                tree.commit(),
                tree.dirty(),
                versions,
                Duration.between(begun, now).toMillis(),
                now.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
