package stacks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import config.FaultyDeclarationException;
import facility.Problems;
import facility.SecretValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import target.Target;

/** The values of the facility's secrets, by their placeholders; never printed. */
final class SecretValues {
    private static final String CONFIGURATION = "facility:secrets";

    private final Map<String, String> byPlaceholder;

    private SecretValues(Map<String, String> byPlaceholder) {
        this.byPlaceholder = new TreeMap<>(byPlaceholder);
    }

    /**
     * On a twin made from its seed, so that a rehearsal needs no secret of a team's; elsewhere from the engine's
     * configuration.
     *
     * @param file the environment's file, for the fault
     * @throws FaultyDeclarationException naming every secret that is missing or has another form
     */
    static SecretValues of(List<SecretValue> needed, Target target, Map<String, String> configuration, String file) {
        if (target.secretsSeed().isPresent()) {
            String seed = read(target.secretsSeed().get());
            var made = new TreeMap<String, String>();
            needed.forEach(
                    secret -> made.put(secret.placeholder(), secret.form().made(derived(seed, secret.path()))));
            return new SecretValues(made);
        }
        return given(needed, configured(configuration.get(CONFIGURATION)), file);
    }

    /**
     * The value that a placeholder stands for.
     *
     * @throws IllegalStateException for what is no placeholder: a stack that declares a value in the open
     */
    String behind(String placeholder) {
        String value = byPlaceholder.get(placeholder);
        if (value == null) {
            throw new IllegalStateException("a Secret holds something that is no placeholder of a declared secret");
        }
        return value;
    }

    private static SecretValues given(List<SecretValue> needed, Map<String, String> values, String file) {
        var problems = new Problems();
        var known = new TreeMap<String, String>();
        for (SecretValue secret : needed) {
            String value = values.get(secret.path());
            if (value == null || !secret.form().fits(value)) {
                problems.add(
                        CONFIGURATION + "." + secret.path(),
                        (value == null ? "is missing" : "has another form") + ": it " + secret.purpose(),
                        "",
                        secret.form().words(),
                        "set it with: " + secret.form().source() + " | pulumi config set --secret --path "
                                + CONFIGURATION + "." + secret.path() + " --config-file " + file);
            } else {
                known.put(secret.placeholder(), value);
            }
        }
        if (!problems.isEmpty()) {
            throw new FaultyDeclarationException(file, problems.sorted());
        }
        return new SecretValues(known);
    }

    private static Map<String, String> configured(String json) {
        if (json == null) {
            return Map.of();
        }
        try {
            return new ObjectMapper().readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException unreadable) {
            // Its message would quote the text, and the text holds the values.
            throw new IllegalStateException(CONFIGURATION + " is no map of names to values");
        }
    }

    /** As many secrets as are needed from one seed, each of its own and the same every time. */
    private static String derived(String seed, String path) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(path.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String read(Path seed) {
        try {
            return Files.readString(seed).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
