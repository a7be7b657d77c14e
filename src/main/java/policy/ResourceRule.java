package policy;

import java.util.Map;
import java.util.Optional;

/** A rule on one resource, asked before it is created or changed. */
public non-sealed interface ResourceRule extends Rule {
    void check(Resource resource, Given given, Findings findings);

    /**
     * Its inputs mended; asked only where the rule's level is {@link Level#REMEDIATE}.
     *
     * @return all of the properties, or empty where nothing is to be mended
     */
    default Optional<Map<String, Object>> mended(Resource resource, Given given) {
        return Optional.empty();
    }
}
