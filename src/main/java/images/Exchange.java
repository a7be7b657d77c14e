package images;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * HTTP with registries and their token services: TLS always verified, and nothing in clear text but on loopback. A redirect
 * is followed; to another host, no sign-in goes along.
 */
final class Exchange {
    /** As long as a person waits; container engines wait longer, for they pull. */
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** registry.k8s.io leads on once, to a mirror nearby. */
    private static final int REDIRECTS = 5;

    private static final List<Integer> LEADS_ON = List.of(301, 302, 303, 307, 308);

    private final CertificateFolders certificates;
    private final Duration patience;
    private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();

    /** @param patience for one answer, its body included */
    Exchange(CertificateFolders certificates, Duration patience) {
        this.certificates = certificates;
        this.patience = patience;
    }

    /**
     * An answer, whatever its status.
     *
     * @throws IOException with a sentence that says why there is none
     */
    HttpResponse<byte[]> ask(String method, URI address, Optional<String> authorization, String accept)
            throws IOException {
        URI at = address;
        Optional<String> along = authorization;
        for (int i = 0; i <= REDIRECTS; i++) {
            var response = once(method, at, along, accept);
            var location = response.headers().firstValue("Location");
            if (!LEADS_ON.contains(response.statusCode()) || location.isEmpty()) {
                return response;
            }
            URI next = next(at, location.get());
            if (!at.getRawAuthority().equals(next.getRawAuthority())) {
                along = Optional.empty();
            }
            at = next;
        }
        throw new IOException(address.getRawAuthority() + " leads from one address to the next");
    }

    private static URI next(URI at, String location) throws IOException {
        try {
            return at.resolve(location);
        } catch (IllegalArgumentException noAddress) {
            throw new IOException(at.getRawAuthority() + " leads to what is no address", noAddress);
        }
    }

    private HttpResponse<byte[]> once(String method, URI address, Optional<String> authorization, String accept)
            throws IOException {
        String host = requireSafe(address);
        var request = HttpRequest.newBuilder(address)
                .method(method, BodyPublishers.noBody())
                .header("Accept", accept);
        authorization.ifPresent(value -> request.header("Authorization", value));
        var answer = client(host).sendAsync(request.build(), BodyHandlers.ofByteArray());
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException(host + " did not answer within " + patience.toSeconds() + "s", e);
        } catch (ExecutionException e) {
            throw explained(host, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Its host and port. */
    private static String requireSafe(URI address) throws IOException {
        boolean clear = "http".equals(address.getScheme()) && isLoopback(address.getHost());
        if (address.getHost() == null || !(clear || "https".equals(address.getScheme()))) {
            throw new IOException("it leads to " + address.getScheme() + "://" + address.getRawAuthority()
                    + ", which is not TLS; only https is spoken with a registry");
        }
        return address.getRawAuthority();
    }

    /** By what is written: a name could lead anywhere by the time it is asked. */
    static boolean isLoopback(String host) {
        return host != null
                && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}"));
    }

    private HttpClient client(String host) throws IOException {
        HttpClient known = clients.get(host);
        if (known != null) {
            return known;
        }
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        certificates.tls(host).ifPresent(builder::sslContext);
        return clients.computeIfAbsent(host, unknown -> builder.build());
    }

    private IOException explained(String host, Throwable cause) {
        if (cause instanceof SSLHandshakeException) {
            return new IOException(
                    "the certificate of " + host + " is not accepted (" + cause.getMessage()
                            + "); put its authority into " + certificates.own(host) + "/ca.crt",
                    cause);
        }
        if (cause instanceof SSLException && String.valueOf(cause.getMessage()).contains("SSL message")) {
            return new NoTlsException(host, cause);
        }
        if (cause instanceof ConnectException) {
            boolean unknown = cause.getCause() instanceof ConnectException inner
                    && inner.getCause() instanceof UnresolvedAddressException;
            return new IOException(
                    unknown || cause.getCause() instanceof UnresolvedAddressException
                            ? "there is no host " + host + "; correct the image's name, or the name service"
                            : "nothing listens at " + host,
                    cause);
        }
        if (cause instanceof java.net.http.HttpConnectTimeoutException) {
            return new IOException(
                    host + " cannot be reached: no connection within " + CONNECT.toSeconds() + "s", cause);
        }
        return new IOException("the exchange with " + host + " broke off: " + cause, cause);
    }

    /** What answers there speaks no TLS. */
    static final class NoTlsException extends IOException {
        private static final long serialVersionUID = 1;

        NoTlsException(String host, Throwable cause) {
            super(host + " speaks no TLS; only https is spoken with a registry", cause);
        }
    }
}
