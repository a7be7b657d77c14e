package config;

import facility.Facility;
import facility.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a project's files declare for one environment.
 *
 * @param facility the facility, if there is no fault
 * @param problems every fault, sorted; empty if the facility is there
 */
public record Declared(Optional<Facility> facility, List<Problem> problems) {
    public Declared {
        problems = List.copyOf(problems);
        if (facility.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("either a facility or problems");
        }
    }

    /**
     * The facility, for those who go on only without a fault.
     *
     * @param file the environment's file, as the message names it
     * @throws FaultyDeclarationException with all faults
     */
    public Facility orElseThrow(String file) {
        return facility.orElseThrow(() -> new FaultyDeclarationException(file, problems));
    }
}
