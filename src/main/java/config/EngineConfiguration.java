package config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import config.YamlNode.Mapping;
import config.YamlNode.Scalar;
import config.YamlNode.Sequence;
import facility.Environment;
import facility.Problem;
import facility.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares what the engine was given with the environment's file. The file alone is the declaration: a value that came
 * by {@code --config}, or was set in the engine's copy, would be in no diff, so it is refused and not ignored.
 */
public final class EngineConfiguration {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "facility:";
    private static final String SECRETS = "facility:secrets";

    private EngineConfiguration() {}

    /**
     * The values that differ from the file.
     *
     * @param given the engine's configuration, by key; a structured value as JSON
     */
    public static List<Problem> differences(Path projectFolder, Environment environment, Map<String, String> given) {
        String file = FacilityReader.fileOf(environment);
        var written = written(projectFolder.resolve(file), file);
        var problems = new Problems();
        var keys = new TreeMap<String, Boolean>();
        given.keySet().forEach(key -> keys.put(key, true));
        written.keySet().forEach(key -> keys.put(key, true));
        keys.keySet().stream()
                .filter(key -> key.startsWith(PREFIX) && !key.equals(SECRETS))
                .filter(key -> !same(written.get(key), given.get(key)))
                .forEach(key -> problems.add(Problem.of(
                        key,
                        "differs between the engine's configuration and " + file,
                        "",
                        "the file alone declares the environment",
                        "write the value into " + file + ", then source ./facility env " + environment.key()
                                + " again, which renews the engine's copy")));
        return problems.sorted();
    }

    private static Map<String, YamlNode> written(Path path, String file) {
        try {
            var root = YamlFile.read(file, Files.readAllBytes(path), new Problems());
            return root.filter(Mapping.class::isInstance)
                    .map(node -> ((Mapping) node).entries().get("config"))
                    .filter(Mapping.class::isInstance)
                    .map(node -> ((Mapping) node).entries())
                    .orElse(Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNothing(YamlNode written) {
        return written == null || (written instanceof Scalar scalar && scalar.kind() == YamlNode.Kind.NOTHING);
    }

    private static boolean same(YamlNode written, String given) {
        if (isNothing(written)) {
            // What the file takes away by null, the engine hands on as nothing, or as an empty text.
            return given == null || given.isEmpty() || given.equals("null");
        }
        if (given == null) {
            return false;
        }
        if (written instanceof Scalar scalar) {
            return scalar.text().equals(given);
        }
        try {
            return same(written, JSON.readTree(given));
        } catch (JsonProcessingException notStructured) {
            return false;
        }
    }

    private static boolean same(YamlNode written, JsonNode given) {
        if (given == null) {
            return false;
        }
        if (written instanceof Mapping mapping) {
            return given.isObject()
                    && given.size() == mapping.entries().size()
                    && mapping.entries().entrySet().stream()
                            .allMatch(entry -> same(entry.getValue(), given.get(entry.getKey())));
        }
        if (written instanceof Sequence sequence) {
            return given.isArray() && given.size() == sequence.items().size() && sameItems(sequence, given);
        }
        Scalar scalar = (Scalar) written;
        return given.isValueNode() && (given.isNull() || given.asText().equals(scalar.text()));
    }

    private static boolean sameItems(Sequence sequence, JsonNode given) {
        for (int i = 0; i < given.size(); i++) {
            if (!same(sequence.items().get(i), given.get(i))) {
                return false;
            }
        }
        return true;
    }
}
