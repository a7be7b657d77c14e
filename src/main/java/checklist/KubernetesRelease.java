package checklist;

import java.util.Optional;
import java.util.regex.Pattern;

/** A release of Kubernetes, without its patch level. OKD 4.N is Kubernetes 1.(N + 13): 4.10 is 1.23. */
public record KubernetesRelease(int major, int minor) implements Comparable<KubernetesRelease> {
    private static final Pattern FORM = Pattern.compile("v?(\\d{1,3})\\.(\\d{1,3})(?:[.+-].*)?");

    /** Of {@code 1.36}, {@code v1.36.2} or {@code 1.36+}; empty for anything else. */
    public static Optional<KubernetesRelease> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new KubernetesRelease(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    public KubernetesRelease next() {
        return new KubernetesRelease(major, minor + 1);
    }

    @Override
    public int compareTo(KubernetesRelease other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
