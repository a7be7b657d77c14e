package config;

import facility.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The declaration has faults: all of them, a line each. */
public final class FaultyDeclarationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FaultyDeclarationException(String file, List<Problem> problems) {
        super(problems.stream()
                .map(problem -> "  " + problem)
                .collect(Collectors.joining("\n", summary(file, problems.size()) + "\n", "")));
    }

    private static String summary(String file, int faults) {
        return file + ": " + (faults == 1 ? "1 fault" : faults + " faults")
                + " in the declaration; nothing was changed";
    }
}
