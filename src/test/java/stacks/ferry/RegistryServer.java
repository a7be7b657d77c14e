package stacks.ferry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import house.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/**
 * FERRY's two questions over HTTPS for clients with a certificate of its authority, answered from a state that tests
 * change; in the shape of github.com/fermitools/Ferry's getAffiliationMembers and getGroupMembers.
 */
final class RegistryServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Active members by unit. */
    final Map<String, List<String>> units = new TreeMap<>();

    final Map<String, List<String>> unixGroups = new TreeMap<>();

    /** What is answered instead, by the unit or group that is asked for. */
    final Map<String, Broken> broken = new TreeMap<>();

    private final HttpsServer server;

    /** An answer that is none. */
    record Broken(int status, String body, boolean cutOff) {}

    RegistryServer(TestAuthority authority) throws IOException, GeneralSecurityException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var tls = authority.tls(authority.issue("registry"));
        server.setHttpsConfigurator(new ClientsWithCertificate(tls));
        server.createContext(
                "/getAffiliationMembers", exchange -> answer(exchange, unit(parameter(exchange, "unitname"))));
        server.createContext("/getGroupMembers", exchange -> answer(exchange, group(parameter(exchange, "groupname"))));
        server.start();
    }

    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    private Object unit(String name) {
        if (!units.containsKey(name)) {
            return failure("unitname not found");
        }
        // As FERRY does, which joins units with their members: one without any has no row.
        List<String> users = units.get(name);
        return success(users.isEmpty() ? List.of() : List.of(Map.of("unitname", name, "users", people(users))));
    }

    private Object group(String name) {
        return unixGroups.containsKey(name) ? success(people(unixGroups.get(name))) : failure("groupname not found");
    }

    private static List<Object> people(List<String> names) {
        var people = new ArrayList<Object>();
        names.forEach(name -> people.add(Map.of("username", name, "uid", 1000 + people.size())));
        return people;
    }

    static Object success(Object output) {
        return envelope("success", List.of(), output);
    }

    private static Object failure(String error) {
        return envelope("failure", List.of(error), null);
    }

    private static Object envelope(String status, List<String> errors, Object output) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("ferry_status", status);
        envelope.put("ferry_error", errors);
        envelope.put("ferry_output", output);
        return envelope;
    }

    private void answer(HttpExchange exchange, Object envelope) throws IOException {
        String name = exchange.getRequestURI().getQuery().split("[=&]")[1];
        Broken instead = broken.get(name);
        byte[] body = instead == null
                ? JSON.writeValueAsBytes(envelope)
                : instead.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        exchange.sendResponseHeaders(
                instead == null ? 200 : instead.status(),
                body.length + (instead != null && instead.cutOff() ? 100 : 0));
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String parameter(HttpExchange exchange, String name) {
        for (String pair : exchange.getRequestURI().getQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new IllegalArgumentException(name + " is not asked for: " + exchange.getRequestURI());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static final class ClientsWithCertificate extends HttpsConfigurator {
        ClientsWithCertificate(SSLContext tls) {
            super(tls);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            var wanted = getSSLContext().getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
        }
    }
}
