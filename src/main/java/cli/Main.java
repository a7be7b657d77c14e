package cli;

import java.nio.file.Path;
import toolchain.Cache;
import toolchain.Progress;
import toolchain.Toolchain;
import twin.Twin;
import twin.TwinFolder;

/** Entry point of the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Path root = Path.of(System.getProperty("facility.root"));
        var toolchain = new Toolchain(root, Cache.ofUser(), new Progress(System.err));
        var twin = new Twin(args[1], TwinFolder.of(root, args[1]), toolchain);
        switch (args[0]) {
            case "start" -> twin.start();
            case "stop" -> twin.stop();
            case "delete" -> twin.delete();
            default -> { }
        }
        twin.status().forEach(System.out::println);
    }
}
