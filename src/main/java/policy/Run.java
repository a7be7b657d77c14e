package policy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a run is: the engine's words for it.
 *
 * @param stack the stack instance, such as {@code prod}
 * @param configuration the stack's settings by {@code project:key}
 * @param secretKeys which of them are secret
 */
public record Run(
        String project,
        String stack,
        String organization,
        boolean dryRun,
        Map<String, String> configuration,
        Set<String> secretKeys,
        Map<String, String> tags) {
    public Run {
        configuration = new TreeMap<>(configuration);
        secretKeys = Set.copyOf(secretKeys);
        tags = new TreeMap<>(tags);
    }

    /** A run that no engine makes. */
    public static Run without(String project, String stack) {
        return new Run(project, stack, "", true, Map.of(), Set.of(), Map.of());
    }
}
