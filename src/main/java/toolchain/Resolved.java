package toolchain;

import java.nio.file.Path;

/** A program that is ready to start: which, at what version, and where it came from. */
public record Resolved(Program program, Path path, String version, Origin origin) {
    /** In the order in which they are tried. */
    public enum Origin {
        PATH("found on PATH"),
        CACHE("built before"),
        BUILT("built now");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
