package twin.play;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the players need to know of a declaration.
 *
 * @param ingressDomain of which a Route without a host gets its name
 * @param storage bytes that each storage class may give away in all
 * @param partitionFile the ConfigMap that holds the mig-parted file
 * @param sharingFile the ConfigMap that holds the device plugin's files
 */
public record Script(String ingressDomain, Map<String, BigDecimal> storage, String partitionFile, String sharingFile) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Script {
        storage = new TreeMap<>(storage);
    }

    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Script read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Script.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
