package drift;

import change.ResourceDrift;
import change.ResourceDrift.Outcome;
import config.FaultyDeclarationException;
import facility.Environment;
import facility.Location;
import facility.Problem;
import facility.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The changes of one environment that are let be: {@code policies/drift.yaml}. */
public final class DriftLeases {
    /** Below the project's folder. */
    public static final String FILE = "policies/drift.yaml";

    private final List<DriftLease> all;

    private DriftLeases(List<DriftLease> all) {
        this.all = List.copyOf(all);
    }

    public static DriftLeases none() {
        return new DriftLeases(List.of());
    }

    /**
     * Those that hold today; none where there is no file.
     *
     * @throws FaultyDeclarationException with every fault of the file, one that has ended among them
     */
    public static DriftLeases read(Path projectFolder, Environment environment, Clock clock) {
        Path path = projectFolder.resolve(FILE);
        if (Files.notExists(path)) {
            return none();
        }
        var problems = new Problems();
        Optional<List<DriftLease>> leases = Optional.empty();
        try {
            leases = LeaseFile.read(FILE, Files.readAllBytes(path), environment, problems);
        } catch (IOException unreadable) {
            problems.add(FILE, "cannot be read", "", "a file that may be read", "restore it from git");
        }
        LocalDate today = LocalDate.now(clock);
        leases.orElse(List.of()).stream()
                .filter(lease -> today.isAfter(lease.end()))
                .forEach(lease -> problems.add(ended(lease)));
        if (!problems.isEmpty()) {
            throw new FaultyDeclarationException(FILE, problems.sorted());
        }
        return new DriftLeases(leases.orElseThrow());
    }

    private static Problem ended(DriftLease lease) {
        return Problem.of(
                        lease.resource() + " " + lease.field(),
                        "is leased to " + lease.owner() + " no longer",
                        lease.end().toString(),
                        "a lease ends with its last day",
                        "take the field back or declare it, and remove the lease; or agree on a later end")
                .at(new Location(FILE, lease.line()));
    }

    /** A line for each, while it holds. */
    public List<String> lines() {
        return all.stream().map(DriftLease::words).sorted().toList();
    }

    /** The leased fields by resource: what {@code up} leaves as it is on the cluster. */
    public Map<String, List<String>> fields() {
        var fields = new TreeMap<String, List<String>>();
        all.forEach(lease -> fields.computeIfAbsent(lease.resource(), each -> new java.util.ArrayList<>())
                .add(lease.field()));
        return fields;
    }

    /** Whether everything that drifted in a resource is leased; one that is gone never is. */
    public boolean cover(ResourceDrift drift) {
        return !drift.gone()
                && drift.properties().stream()
                        .allMatch(field -> all.stream().anyMatch(lease -> lease.covers(drift, field)));
    }

    /** A line for each lease that covers something of it. */
    public List<String> covering(ResourceDrift drift) {
        return all.stream()
                .filter(lease -> drift.properties().stream().anyMatch(field -> lease.covers(drift, field)))
                .map(DriftLease::words)
                .toList();
    }

    /** The same drift, left by {@code up} if it is leased. */
    public ResourceDrift judged(ResourceDrift drift) {
        return cover(drift)
                ? new ResourceDrift(
                        drift.stack(),
                        drift.type(),
                        drift.name(),
                        false,
                        drift.properties(),
                        drift.managers(),
                        Outcome.LEFT,
                        drift.authors())
                : drift;
    }
}
