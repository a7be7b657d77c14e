package toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with all that is in it. */
public final class FolderTree {
    private FolderTree() {}

    /** Removes it; what is gone already, the folder itself included, is no fault. Links are removed, not followed. */
    public static void remove(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            List<Path> inside;
            try (Stream<Path> walk = Files.walk(folder)) {
                inside = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : inside) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
