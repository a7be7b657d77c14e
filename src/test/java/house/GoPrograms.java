package house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Real Go programs that only tests start, as a folder's go.sum pins them, in a cache that later runs use again. */
public final class GoPrograms {
    private GoPrograms() {}

    /** The program of a folder's module, built when it is not there; needs {@code go}, and the module proxy. */
    public static Path of(Path module) {
        try {
            String pins = Digests.of(module.resolve("go.sum")) + "-" + Digests.of(module.resolve("main.go"));
            Path program = Path.of(System.getProperty("user.home"), ".cache", "facility", "go", pins)
                    .resolve(module.getFileName());
            if (!Files.exists(program)) {
                Files.createDirectories(program.getParent());
                Path aside = Files.createTempFile(program.getParent(), ".building-", "");
                build(module, aside);
                Files.move(aside, program, StandardCopyOption.ATOMIC_MOVE);
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(Path module, Path program) throws IOException {
        var builder = new ProcessBuilder(
                        List.of("go", "build", "-trimpath", "-mod=readonly", "-o", program.toString(), "."))
                .directory(module.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("GOWORK", "off", "GOFLAGS", ""));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("the build of " + module + " failed:\n" + said);
        }
    }
}
