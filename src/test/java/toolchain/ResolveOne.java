package toolchain;

import java.nio.file.Path;

/** A process of its own that wants one small program: what two users' commands at once are to the cache. */
final class ResolveOne {
    private ResolveOne() {}

    public static void main(String[] args) {
        try {
            var toolchain = new Toolchain(Path.of("").toAbsolutePath(), Cache.ofUser(), new Progress(System.err));
            System.out.println(toolchain.resolve(Program.KWOK));
        } catch (ToolchainException reason) {
            System.out.println(reason.getMessage());
            System.exit(1);
        }
    }
}
