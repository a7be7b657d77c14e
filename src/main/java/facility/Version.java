package facility;

import java.util.Optional;
import java.util.regex.Pattern;

/** A release of a program: {@code 5.5.0}. */
public record Version(int major, int minor, int patch) {
    private static final Pattern SHAPE =
            Pattern.compile("(0|[1-9][0-9]{0,3})\\.(0|[1-9][0-9]{0,3})\\.(0|[1-9][0-9]{0,3})");

    /** Reads three numbers with dots; empty for anything else. */
    public static Optional<Version> parse(String text) {
        var match = SHAPE.matcher(text);
        return match.matches()
                ? Optional.of(new Version(
                        Integer.parseInt(match.group(1)),
                        Integer.parseInt(match.group(2)),
                        Integer.parseInt(match.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
