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

    private Labels() {}

    public static Map<String, String> common() {
        return Map.of(MANAGED_BY, "facility", PART_OF, "analysis-facility");
    }
}
