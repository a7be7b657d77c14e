package kube;

import java.util.Map;

/** The labels that every object of the facility carries. */
public final class Labels {
    public static final String OWNER = "facility/owner";
    public static final String EXPERIMENT = "facility/experiment";

    /** On a claim: where its content comes from again, so that nobody keeps a copy of it. */
    public static final String FILLED_FROM = "facility/filled-from";

    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final String PART_OF = "app.kubernetes.io/part-of";

    /** By which the cluster finds whatever carries them. */
    public static final String SELECTOR = MANAGED_BY + "=facility";

    private Labels() {}

    /** Whether these are of an object that {@link #SELECTOR} finds. */
    public static boolean select(Map<String, String> labels) {
        return "facility".equals(labels.get(MANAGED_BY));
    }

    public static Map<String, String> common() {
        return Map.of(MANAGED_BY, "facility", PART_OF, "analysis-facility");
    }
}
