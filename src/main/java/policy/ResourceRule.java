package policy;

import java.util.Map;
import java.util.Optional;

/** A rule on one resource, asked before it is created or changed. */
public non-sealed interface ResourceRule extends Rule {
    void check(Resource resource, Given given, Findings findings);

    /**
     * About what a run would delete or replace. The engine asks a pack only about what stays, so whoever previews asks
     * this, by {@link Judge#removed}; a lease lets through what it finds only if it names the resource.
     *
     * @param removed as the state has it
     */
    default void checkRemoval(Resource removed, Given given, Findings findings) {}

    /**
     * Its inputs mended; asked only where the rule's level is {@link Level#REMEDIATE}.
     *
     * @return all of the properties, or empty where nothing is to be mended
     */
    default Optional<Map<String, Object>> mended(Resource resource, Given given) {
        return Optional.empty();
    }

    /**
     * The same rule for an API server, which judges whoever comes with the object.
     *
     * @return empty where one object alone does not decide, or the language of the API server has no words for it
     */
    default Optional<Admission> admission(RuleSettings settings) {
        return Optional.empty();
    }
}
