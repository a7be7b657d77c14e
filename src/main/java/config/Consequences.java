package config;

import facility.Problem;
import java.util.List;

/**
 * Tells what a rule finds only because a value could not be read: where a fault was reported already, a second one in
 * the same place says nothing new, and a name whose element was dropped is missing for that reason alone.
 */
record Consequences(List<Problem> faults, Written written) {
    Consequences {
        faults = List.copyOf(faults);
    }

    boolean include(Problem problem) {
        return faults.stream().anyMatch(fault -> samePlace(problem.path(), fault.path()))
                || written.wasDropped(problem.value());
    }

    private static boolean samePlace(String path, String faulty) {
        return !faulty.isEmpty() && (Written.isWithin(path, faulty) || Written.isWithin(faulty, path));
    }
}
