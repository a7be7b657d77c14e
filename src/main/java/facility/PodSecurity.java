package facility;

/** The Pod Security Standard that the API server holds a namespace's pods to; OKD's SCCs judge beside it. */
public enum PodSecurity implements Keyed {
    /** What restricted-v2 grants is within it. */
    RESTRICTED("restricted"),
    /** For a pod that runs as another id in a user namespace of its own. */
    BASELINE("baseline"),
    /** For a node's own plugins. */
    PRIVILEGED("privileged");

    private final String key;

    PodSecurity(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
