package target;

/** A kind of object as manifests name it, such as {@code apps/v1} and {@code Deployment}. */
public record ListedKind(String apiVersion, String kind) implements Comparable<ListedKind> {
    @Override
    public int compareTo(ListedKind other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind + " of " + apiVersion;
    }
}
