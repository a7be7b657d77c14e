package toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Where built programs are kept, for this user and this platform:
 * {@code <cache>/facility/toolchain/<os>-<arch>/<program>-<version>-<digest>/<program>}. The digest covers the module's
 * pins, so a changed pin is another entry and an old one is never mistaken for it.
 */
public record Cache(Path folder) {
    /** {@code FACILITY_TOOLCHAIN_CACHE}, else {@code XDG_CACHE_HOME}, else {@code ~/.cache}. */
    public static Cache ofUser() {
        String own = System.getenv("FACILITY_TOOLCHAIN_CACHE");
        if (own != null && !own.isBlank()) {
            return new Cache(Path.of(own).resolve(platform()));
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return new Cache(base.resolve("facility").resolve("toolchain").resolve(platform()));
    }

    static String platform() {
        return (System.getProperty("os.name") + "-" + System.getProperty("os.arch"))
                .toLowerCase(Locale.ROOT)
                .replace(' ', '_');
    }

    Path program(Path root, Program program) {
        String entry = program.command() + "-" + program.version(root) + "-"
                + program.module().digest(root);
        return folder.resolve(entry).resolve(program.command());
    }

    /** Runs the work while no other process of this user holds the same lock. */
    <T> T locked(String name, Supplier<T> work) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Alone.with(folder.resolve("." + name + ".lock"), work);
    }
}
