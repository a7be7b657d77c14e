package stacks;

import charts.ChartArchives;
import charts.ChartException;
import config.FacilityReader;
import config.FaultyDeclarationException;
import drift.DriftLeases;
import facility.Environment;
import facility.Facility;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import kube.Declared;
import policies.AtAdmission;
import policies.FacilityPack;

/**
 * A facility without a fault, with the stacks made from it: the one door through which every command and the program
 * pass.
 */
public record CheckedFacility(Facility facility, List<Stack> stacks, DriftLeases leases) {
    public CheckedFacility {
        stacks = List.copyOf(stacks);
    }

    /** Of which nothing is let be. */
    CheckedFacility(Facility facility, List<Stack> stacks) {
        this(facility, stacks, DriftLeases.none());
    }

    /**
     * Reads and checks an environment's declaration, and the objects that follow from it.
     *
     * @param onTwin whether it is only rehearsed: then what is for a twin alone is let through
     * @throws FaultyDeclarationException with all faults of the declaration; with those of the objects if it has none;
     *     with those of the leases, or those that have ended, if they have none either
     */
    public static CheckedFacility read(Path projectFolder, Environment environment, boolean onTwin) {
        String file = FacilityReader.fileOf(environment);
        Facility facility =
                FacilityReader.read(projectFolder, environment, onTwin).orElseThrow(file);
        List<Stack> stacks = stacks(facility, projectFolder, file);
        var problems = ObjectCheck.check(stacks);
        if (!problems.isEmpty()) {
            throw new FaultyDeclarationException(file, problems);
        }
        return new CheckedFacility(facility, stacks, DriftLeases.read(projectFolder, environment, Clock.systemUTC()));
    }

    /**
     * The same values rendered as another environment's: what differs from this comes from no declared value, but from a
     * stack, or a rule, that tells environments apart by their names.
     */
    public CheckedFacility as(Environment other, Path projectFolder) {
        Facility renamed = facility.as(other);
        return new CheckedFacility(renamed, stacks(renamed, projectFolder, FacilityReader.fileOf(other)), leases);
    }

    /** What all stacks declare. */
    public List<Declared> objects() {
        return stacks.stream().flatMap(stack -> stack.objects().stream()).toList();
    }

    private static List<Stack> stacks(Facility facility, Path projectFolder, String file) {
        try {
            var pack = new FacilityPack(projectFolder, Clock.systemUTC()).of(facility);
            return FacilityStacks.of(facility, new ChartArchives(projectFolder), AtAdmission.of(facility, pack))
                    .stream()
                    .map(stack -> new Waived(stack, pack.leases()))
                    .map(Stack.class::cast)
                    .toList();
        } catch (ChartException faults) {
            throw new FaultyDeclarationException(file, faults.problems());
        }
    }
}
