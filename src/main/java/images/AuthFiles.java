package images;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files in which {@code podman login}, {@code skopeo login} and {@code docker login} keep credentials, in the order of
 * containers-auth.json(5). Credential helpers are not run.
 */
final class AuthFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Path> files;
    private final boolean named;

    private AuthFiles(List<Path> files, boolean named) {
        this.files = List.copyOf(files);
        this.named = named;
    }

    /** Those of a user: the one that {@code REGISTRY_AUTH_FILE} names, and no other, or the usual ones. */
    static AuthFiles of(Map<String, String> variables, Path home) {
        var named = value(variables, "REGISTRY_AUTH_FILE");
        if (named.isPresent()) {
            return new AuthFiles(List.of(named.get()), true);
        }
        var files = new ArrayList<Path>();
        value(variables, "XDG_RUNTIME_DIR").map(AuthFiles::inContainers).ifPresent(files::add);
        files.add(inContainers(value(variables, "XDG_CONFIG_HOME").orElse(home.resolve(".config"))));
        files.add(value(variables, "DOCKER_CONFIG")
                .orElse(home.resolve(".docker"))
                .resolve("config.json"));
        return new AuthFiles(files, false);
    }

    private static Path inContainers(Path folder) {
        return folder.resolve("containers").resolve("auth.json");
    }

    private static Optional<Path> value(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    /**
     * The credential for an image: the first file that has one, and in it the longest key that the image's name begins with.
     *
     * @throws IOException with a sentence that holds nothing of a file's content
     */
    Optional<Credential> find(Reference reference) throws IOException {
        for (Path file : files) {
            var found = find(file, reference);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Credential> find(Path file, Reference reference) throws IOException {
        if (!Files.exists(file)) {
            if (named) {
                throw new IOException("REGISTRY_AUTH_FILE names a file that is not there, \"" + file + "\"");
            }
            return Optional.empty();
        }
        JsonNode auths = read(file).path("auths");
        for (String key : keys(reference)) {
            JsonNode entry = entry(auths, key);
            if (entry.hasNonNull("auth") && !entry.path("auth").asText().isEmpty()) {
                return Optional.of(credential(entry.path("auth").asText(), key, file));
            }
        }
        return Optional.empty();
    }

    private static JsonNode read(Path file) throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException wrong) {
            // Not the parser's own words: they may repeat what stands there.
            throw new IOException("\"" + file + "\" is no JSON"
                    + Optional.ofNullable(wrong.getLocation())
                            .map(place -> ", line " + place.getLineNr())
                            .orElse("")
                    + "; it is what podman login writes; sign in anew");
        } catch (IOException e) {
            throw new IOException("\"" + file + "\" cannot be read; correct its rights", e);
        }
    }

    /** {@code host/a/b}, {@code host/a}, {@code host}. */
    private static List<String> keys(Reference reference) {
        var keys = new ArrayList<String>();
        String key = reference.host() + "/" + reference.repository();
        while (key.contains("/")) {
            keys.add(key);
            key = key.substring(0, key.lastIndexOf('/'));
        }
        keys.add(key);
        return keys;
    }

    /** Docker writes addresses: {@code https://index.docker.io/v1/} is Docker Hub. */
    private static JsonNode entry(JsonNode auths, String key) {
        if (auths.has(key)) {
            return auths.path(key);
        }
        for (var entry : auths.properties()) {
            String name = entry.getKey()
                    .replaceFirst("^https?://", "")
                    .replaceFirst("/(v[12]/?)?$", "")
                    .replaceFirst("^(index|registry-1)\\.docker\\.io$", Reference.DOCKER_HUB);
            if (name.equals(key)) {
                return entry.getValue();
            }
        }
        return JSON.missingNode();
    }

    private static Credential credential(String auth, String key, Path file) throws IOException {
        try {
            String text = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            if (colon > 0) {
                // Docker pads some with NUL.
                return new Credential(
                        text.substring(0, colon), text.substring(colon + 1).replaceFirst("\0+$", ""), file);
            }
        } catch (IllegalArgumentException noBase64) {
            // Said below, without the text.
        }
        throw new IOException(
                "\"" + file + "\" holds no user and password for " + key + "; sign in anew: podman login " + key);
    }
}
