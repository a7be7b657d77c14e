package stacks.monitoring;

import facility.GpuService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A way of asking, as the blackbox exporter's configuration names it. */
enum ProberModule {
    /** GET over TLS whose certificate the system's authorities vouch for, a final answer of 2xx. */
    HTTPS("https", "http", Map.of("method", "GET", "fail_if_not_ssl", true, "follow_redirects", true)),
    /** GET over TLS without credentials, which has to be refused: that the server lives, and lets no stranger in. */
    HTTPS_REFUSED(
            "https_refused",
            "http",
            Map.of("method", "GET", "fail_if_not_ssl", true, "valid_status_codes", List.of(401, 403))),
    /** GET without TLS. */
    HTTP("http", "http", Map.of("method", "GET", "fail_if_ssl", true)),
    /** gRPC's own health service over TLS; Triton has it since 2022. */
    GRPC_TLS("grpc_tls", "grpc", Map.of("tls", true)),
    /** gRPC's own health service without TLS. */
    GRPC("grpc", "grpc", Map.of("tls", false));

    private final String key;
    private final String prober;
    private final Map<String, Object> settings;

    ProberModule(String key, String prober, Map<String, Object> settings) {
        this.key = key;
        this.prober = prober;
        this.settings = settings;
    }

    static ProberModule of(GpuService service) {
        return switch (service.protocol()) {
            case GRPC -> service.tls() ? GRPC_TLS : GRPC;
            case HTTP -> service.tls() ? HTTPS : HTTP;
        };
    }

    String key() {
        return key;
    }

    boolean isHttp() {
        return prober.equals("http");
    }

    /** Whether what it measures has the end of a certificate in it. */
    boolean hasCertificate() {
        return this == HTTPS || this == HTTPS_REFUSED || this == GRPC_TLS;
    }

    Map<String, Object> fields(Duration timeout) {
        var asked = new TreeMap<>(settings);
        asked.put("preferred_ip_protocol", "ip4");
        return new TreeMap<>(Map.of("prober", prober, "timeout", timeout.toSeconds() + "s", prober, asked));
    }
}
