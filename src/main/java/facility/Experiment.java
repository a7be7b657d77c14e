package facility;

import static java.util.Objects.requireNonNull;

/**
 * A collaboration that has namespaces of its own, with one total over all of them. A namespace belongs to it by its own
 * {@code experiment}, so that none is in two.
 *
 * @param quota the most that its namespaces may ask for together
 */
public record Experiment(String name, String displayName, Quota quota) implements Named {
    /** What the facility's own namespaces write instead of an experiment: no total is held against them. */
    public static final String FACILITY = "facility";

    public Experiment {
        requireNonNull(name, "name is null");
        requireNonNull(displayName, "displayName is null");
        requireNonNull(quota, "quota is null");
    }
}
