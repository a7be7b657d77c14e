package stacks.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The prober's configuration: the modules that its targets need. */
record ProberModules(Duration timeout, Set<ProberModule> needed) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    String yaml() {
        var modules = new TreeMap<String, Object>();
        needed.forEach(module -> modules.put(module.key(), module.fields(timeout)));
        try {
            return YAML.writeValueAsString(Map.of("modules", modules));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the prober's modules could not be written", e);
        }
    }

    String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(yaml().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
