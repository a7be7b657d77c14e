package target;

/** A kind of object as manifests name it, such as {@code apps/v1} and {@code Deployment}. */
public record ListedKind(String apiVersion, String kind) implements Comparable<ListedKind> {
    /** Empty for the core's. */
    public String group() {
        return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    }

    String version() {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    @Override
    public int compareTo(ListedKind other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind + " of " + apiVersion;
    }
}
