package facility;

/** What becomes of a volume whose claim is deleted. */
public enum ReclaimPolicy implements Keyed {
    DELETE("Delete"),
    RETAIN("Retain");

    private final String key;

    ReclaimPolicy(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
