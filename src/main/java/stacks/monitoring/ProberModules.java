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
import java.util.TreeMap;

/** The prober's one module: GET over TLS whose certificate the system's authorities vouch for, a final answer of 2xx. */
record ProberModules(Duration timeout) {
    static final String HTTPS = "https";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    String yaml() {
        var http = new TreeMap<String, Object>(Map.of(
                "method", "GET", "fail_if_not_ssl", true, "follow_redirects", true, "preferred_ip_protocol", "ip4"));
        var module = new TreeMap<String, Object>(
                Map.of("prober", "http", "timeout", timeout.toSeconds() + "s", "http", http));
        try {
            return YAML.writeValueAsString(Map.of("modules", Map.of(HTTPS, module)));
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
