package campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one command took.
 *
 * @param wall seconds
 * @param still seconds of these in which nothing on the machine worked
 * @param processor seconds, of the command and of all that it started
 * @param programs processor seconds by what each process was called, as far as a look at it each 50 ms tells
 * @param memory bytes that were resident of all these processes together, at most, and {@code jvmMemory} those of JVMs
 * @param jvms how many of them were JVMs, and {@code packs} how many of those the policies
 * @param survivors command lines of what lived on when the command ended
 * @param lingered seconds from the command's end to that of the last process
 */
record Measured(
        double wall,
        double still,
        double processor,
        Map<String, Double> programs,
        long memory,
        long jvmMemory,
        int jvms,
        int packs,
        List<String> survivors,
        double lingered) {
    /** Seconds without those that went by in waiting for what no processor could hasten. */
    double working() {
        return wall - still;
    }

    static Measured read(Path file) throws IOException {
        JsonNode written = new ObjectMapper().readTree(file.toFile());
        var survivors = new ArrayList<String>();
        written.path("survivors").forEach(line -> survivors.add(line.asText()));
        var programs = new TreeMap<String, Double>();
        written.path("programs")
                .properties()
                .forEach(each -> programs.put(each.getKey(), each.getValue().asDouble()));
        return new Measured(
                written.path("wall").asDouble(),
                written.path("still").asDouble(),
                written.path("processor").asDouble(),
                programs,
                written.path("memory").asLong(),
                written.path("jvmMemory").asLong(),
                written.path("jvms").asInt(),
                written.path("packs").asInt(),
                survivors,
                written.path("lingered").asDouble());
    }
}
