package images;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks for an image's manifest and signs in as its registry wants it: Basic, or the Bearer token of
 * distribution.github.io/distribution/spec/auth/token.
 */
final class Manifests {
    /** An image of one platform or an index of several, of OCI and of Docker. */
    private static final String ACCEPT = String.join(
            ", ",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");

    private final Exchange exchange;
    private final AuthFiles authFiles;

    Manifests(Exchange exchange, AuthFiles authFiles) {
        this.exchange = exchange;
        this.authFiles = authFiles;
    }

    Answer ask(Reference reference) {
        try {
            try {
                return ask(reference, "https");
            } catch (Exchange.NoTlsException clear) {
                if (!Exchange.isLoopback(
                        URI.create("https://" + reference.apiHost()).getHost())) {
                    throw clear;
                }
                return ask(reference, "http");
            }
        } catch (IOException e) {
            return Answer.unreachable(e.getMessage());
        }
    }

    private Answer ask(Reference reference, String scheme) throws IOException {
        URI address = URI.create(scheme + "://" + reference.apiHost() + "/v2/" + reference.repository() + "/manifests/"
                + reference.wanted());
        var response = exchange.ask("HEAD", address, Optional.empty(), ACCEPT);
        if (response.statusCode() != 401) {
            return read(response, reference, address, Optional.empty());
        }
        var credential = authFiles.find(reference);
        var authorization = signIn(response, reference, credential);
        if (authorization.isEmpty()) {
            return Answer.refused(wants(reference, credential));
        }
        // Where the challenge came from: a mirror's token is the mirror's.
        URI challenger = response.uri();
        var signedIn = exchange.ask("HEAD", challenger, authorization, ACCEPT);
        return signedIn.statusCode() == 401
                ? Answer.refused(wants(reference, credential))
                : read(signedIn, reference, challenger, authorization);
    }

    /** Empty where a sign-in is wanted and there is none, or it was turned down. */
    private Optional<String> signIn(HttpResponse<byte[]> response, Reference reference, Optional<Credential> credential)
            throws IOException {
        // A mirror that was led to gets no sign-in: it is not the registry that the file keeps one for.
        boolean own = response.uri().getRawAuthority().equals(reference.apiHost());
        var given = credential.filter(any -> own).map(Credential::header);
        for (Challenge challenge : Challenge.parse(response.headers().allValues("WWW-Authenticate"))) {
            if (challenge.scheme().equals("bearer")) {
                return token(challenge, reference, given).map("Bearer "::concat);
            }
            if (challenge.scheme().equals("basic")) {
                return given;
            }
        }
        throw new IOException(reference.host() + " wants a sign-in of a kind that is none of Basic and Bearer");
    }

    private Optional<String> token(Challenge challenge, Reference reference, Optional<String> given)
            throws IOException {
        String scope = challenge.parameters().getOrDefault("scope", "repository:" + reference.repository() + ":pull");
        String service = challenge.parameter("service");
        String address = challenge.parameter("realm");
        URI realm;
        try {
            realm = URI.create(address + (address.contains("?") ? "&" : "?")
                    + (service.isEmpty() ? "" : "service=" + encoded(service) + "&") + "scope=" + encoded(scope));
        } catch (IllegalArgumentException e) {
            throw new IOException(reference.host() + " names a token service with no address", e);
        }
        if (address.isEmpty()) {
            throw new IOException(reference.host() + " names a token service with no address");
        }
        var response = exchange.ask("GET", realm, given, "application/json");
        if (response.statusCode() == 401 || response.statusCode() == 403) {
            return Optional.empty();
        }
        if (response.statusCode() != 200) {
            throw new IOException("the token service " + realm.getRawAuthority() + " answered " + response.statusCode()
                    + late(response));
        }
        JsonNode answer = tree(response.body());
        String token = answer.path("token").asText(answer.path("access_token").asText());
        if (token.isEmpty()) {
            throw new IOException("the token service " + realm.getRawAuthority() + " answered without a token");
        }
        return Optional.of(token);
    }

    private Answer read(HttpResponse<byte[]> response, Reference reference, URI address, Optional<String> authorization)
            throws IOException {
        int status = response.statusCode();
        return switch (status) {
            case 200 -> Answer.found(digest(response, reference, address, authorization));
            case 403 -> Answer.refused(
                    wants(reference, authorization.isEmpty() ? Optional.empty() : authFiles.find(reference)));
            case 404 -> Answer.missing("there is no " + reference.wanted() + " of " + reference.repository() + " at "
                    + reference.host() + "; push it, or correct the image's name");
            default -> Answer.unreachable(reference.host() + " answered " + status + late(response));
        };
    }

    /** From the header, which OCI does not ask of every registry; else of the manifest itself. */
    private String digest(
            HttpResponse<byte[]> response, Reference reference, URI address, Optional<String> authorization)
            throws IOException {
        var header = response.headers().firstValue("Docker-Content-Digest").filter(text -> DIGEST.matcher(text)
                .matches());
        String digest = header.isPresent() ? header.get() : digest(address, authorization);
        var named = reference.digest().filter(wanted -> !wanted.equals(digest));
        if (named.isPresent()) {
            throw new IOException(reference.host() + " answered with " + digest + " when asked for " + named.get());
        }
        return digest;
    }

    private String digest(URI address, Optional<String> authorization) throws IOException {
        var response = exchange.ask("GET", address, authorization, ACCEPT);
        if (response.statusCode() != 200) {
            throw new IOException(address.getRawAuthority() + " has the manifest and answered " + response.statusCode()
                    + " when asked for it");
        }
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(response.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String wants(Reference reference, Optional<Credential> credential) {
        return credential
                .map(found -> reference.host() + " does not take " + found + "; sign in anew: podman login "
                        + reference.host())
                .orElse(reference.host() + " wants a sign-in for " + reference.repository()
                        + ", and no auth file holds one; sign in: podman login " + reference.host()
                        + ", or correct the image's name: some answer so where there is no such repository");
    }

    private static String late(HttpResponse<byte[]> response) {
        String cause = response.statusCode() == 429 ? ", which is: asked too often" : "";
        return cause
                + response.headers()
                        .firstValue("Retry-After")
                        .filter(text -> text.matches("[0-9]{1,6}"))
                        .map(seconds -> "; ask again in " + seconds + "s")
                        .orElse("");
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return JSON.createObjectNode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
