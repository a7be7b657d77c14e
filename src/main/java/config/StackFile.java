package config;

import config.YamlNode.Kind;
import config.YamlNode.Mapping;
import config.YamlNode.Scalar;
import config.YamlNode.Sequence;
import facility.Facility;
import facility.Location;
import facility.Nearest;
import facility.Problem;
import facility.Problems;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The engine's own file format around the declaration: {@code config:} with keys {@code facility:<part>}. */
final class StackFile {
    /** The engine's keys beside {@code config}: it writes them itself, and only into copies of the file. */
    private static final Set<String> ENGINE_KEYS =
            Set.of("config", "encryptionsalt", "encryptedkey", "secretsprovider", "environment");

    private static final String PREFIX = "facility:";
    private static final String NO_DEFAULT_PROVIDERS = "pulumi:disable-default-providers";

    /**
     * What of {@code facility:} is no part of the declaration: where it is brought up, what nobody may read, and which
     * release it is at.
     */
    private static final List<String> NOT_DECLARED = List.of("target", "secrets", PinnedRelease.KEY);

    private static final List<String> PARTS = Stream.concat(
                    Arrays.stream(Facility.class.getRecordComponents())
                            .map(RecordComponent::getName)
                            .filter(name -> !name.equals("environment")),
                    NOT_DECLARED.stream())
            .sorted()
            .toList();

    private final String file;
    private final Problems problems;
    private YamlNode target;
    private YamlNode release;

    StackFile(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The declaration's parts, without their prefix; what else the file holds is checked and left out. */
    Mapping facilityKeys(YamlNode root) {
        var parts = new LinkedHashMap<String, YamlNode>();
        if (!(root instanceof Mapping)) {
            keys(root, "the file");
            return new Mapping(root.line(), parts);
        }
        keys(root, "the file").forEach((key, value) -> {
            if (!ENGINE_KEYS.contains(key)) {
                unknown(value.line(), key, List.of("config"));
            }
        });
        var config = keys(root, "the file").get("config");
        var settings = config == null ? Map.<String, YamlNode>of() : keys(config, "config");
        settings.forEach((key, value) -> setting(key, value, parts));
        requireNoDefaultProviders(settings, config == null ? root : config);
        return new Mapping(root.line(), parts);
    }

    /** Of a file that was read: what it says of its cluster. */
    Optional<YamlNode> target() {
        return Optional.ofNullable(target);
    }

    /** Of a file that was read: which release it pins. */
    Optional<YamlNode> release() {
        return Optional.ofNullable(release);
    }

    private void setting(String key, YamlNode value, Map<String, YamlNode> parts) {
        String part = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : "";
        if (part.equals(NamedCluster.KEY)) {
            target = value;
        }
        if (part.equals(PinnedRelease.KEY)) {
            release = value;
        }
        if (part.equals("secrets")) {
            keys(value, key).forEach(this::refuseUnlessEncrypted);
        } else if (PARTS.contains(part) && !NOT_DECLARED.contains(part)) {
            parts.put(part, value);
        } else if (!NOT_DECLARED.contains(part) && !key.startsWith("pulumi:")) {
            unknown(value.line(), key, PARTS.stream().map(PREFIX::concat).toList());
        }
    }

    /** The engine writes a secret as {@code secure: v1:...}; anything else would be readable in git. */
    private void refuseUnlessEncrypted(String name, YamlNode value) {
        boolean encrypted =
                value instanceof Mapping mapping && mapping.entries().keySet().equals(Set.of("secure"));
        if (!encrypted) {
            problems.add(Problem.of(
                            "secrets." + name,
                            "is not encrypted",
                            "",
                            "a value that the engine encrypted",
                            "take it out of the file, change it where it is used, and set it with: pulumi config set"
                                    + " --secret --path facility:secrets." + name + " --config-file " + file)
                    .at(new Location(file, value.line())));
        }
    }

    /** With a default provider, an object without one of its own would go to whatever kubeconfig lies about. */
    private void requireNoDefaultProviders(Map<String, YamlNode> settings, YamlNode place) {
        boolean all = settings.get(NO_DEFAULT_PROVIDERS) instanceof Sequence sequence
                && sequence.items().stream()
                        .anyMatch(item -> item instanceof Scalar scalar
                                && scalar.kind() == Kind.TEXT
                                && scalar.text().equals("*"));
        if (!all) {
            problems.add(Problem.of(
                            NO_DEFAULT_PROVIDERS,
                            "must hold \"*\"",
                            "",
                            "no provider but the named cluster's",
                            "restore the key with the list [\"*\"]")
                    .at(new Location(
                            file,
                            Optional.ofNullable(settings.get(NO_DEFAULT_PROVIDERS))
                                    .orElse(place)
                                    .line())));
        }
    }

    private Map<String, YamlNode> keys(YamlNode node, String path) {
        if (node instanceof Mapping mapping) {
            return mapping.entries();
        }
        var problem = Problem.of(
                path, "is of the wrong type", node.shown(), "keys with values, indented below it", "correct the file");
        problems.add(problem.at(new Location(file, node.line())));
        return Map.of();
    }

    private void unknown(int line, String key, List<String> known) {
        String hint = Nearest.hint(key, known);
        problems.add(Problem.of(
                        key,
                        "is no known key",
                        "\"" + key + "\"",
                        "known are " + String.join(", ", known),
                        hint.isEmpty() ? "remove it" : hint)
                .at(new Location(file, line)));
    }
}
