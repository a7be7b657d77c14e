package house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that people read and tests compare. {@code ./renew-golden} writes them anew; the diff is part of review. */
public final class Golden {
    private static final boolean RENEW = Boolean.getBoolean("golden.renew");

    private Golden() {}

    /** Compares with a file below {@code src/test/resources}. */
    public static void assertMatches(String file, String actual) {
        Path path = Path.of("src/test/resources").resolve(file);
        try {
            if (RENEW) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
            }
            assertThat(path)
                    .as("%s; if it is missing, write it with ./renew-golden", path)
                    .exists();
            assertThat(actual)
                    .as("%s; if the change is meant, renew it with ./renew-golden", path)
                    .isEqualTo(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
