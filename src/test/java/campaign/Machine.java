package campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where something was measured. */
final class Machine {
    private Machine() {}

    static String described() throws IOException {
        String memory = Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\D+", "");
        return Runtime.getRuntime().availableProcessors() + " cores, " + Long.parseLong(memory) / 1024 / 1024
                + " GiB, JDK " + Runtime.version().feature() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
    }

    /** Of the last minute: how many processes wanted a core. */
    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }
}
