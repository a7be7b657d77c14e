package config;

import config.YamlNode.Kind;
import config.YamlNode.Mapping;
import config.YamlNode.Scalar;
import facility.Environment;
import facility.Location;
import facility.Problem;
import facility.Problems;
import facility.ReleasePin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The release that an environment's file pins, {@code facility:release}. */
public final class PinnedRelease {
    static final String KEY = "release";

    private static final String COMMIT = "commit";
    private static final String DIGEST = "digest";

    private final String file;
    private final Problems problems;

    private PinnedRelease(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * What an environment's file pins; empty if it pins nothing.
     *
     * @throws FaultyDeclarationException when the file, or the pin, has a fault
     */
    public static Optional<ReleasePin> read(Path projectFolder, Environment environment) {
        String file = FacilityReader.fileOf(environment);
        try {
            return read(file, Files.readAllBytes(projectFolder.resolve(file)));
        } catch (IOException unreadable) {
            var problem = Problem.of(file, "cannot be read", "", "a file that may be read", "restore it from git");
            throw new FaultyDeclarationException(file, List.of(problem));
        }
    }

    /** The same of a file's content, such as another commit's. */
    public static Optional<ReleasePin> read(String file, byte[] bytes) {
        var problems = new Problems();
        var stackFile = new StackFile(file, problems);
        YamlFile.read(file, bytes, problems).ifPresent(stackFile::facilityKeys);
        var pin = bind(stackFile, file, problems);
        if (!problems.isEmpty()) {
            throw new FaultyDeclarationException(file, problems.sorted());
        }
        return pin;
    }

    /** What the file says of it, with its faults among the others. */
    static Optional<ReleasePin> bind(StackFile stackFile, String file, Problems problems) {
        return stackFile.release().flatMap(node -> new PinnedRelease(file, problems).pin(node));
    }

    private Optional<ReleasePin> pin(YamlNode node) {
        if (!(node instanceof Mapping mapping)) {
            report(node, KEY, "is of the wrong type", "commit and digest");
            return Optional.empty();
        }
        mapping.entries().forEach((key, value) -> {
            if (!key.equals(COMMIT) && !key.equals(DIGEST)) {
                problems.add(RecordShape.unknown(KEY + "." + key, key, List.of(COMMIT, DIGEST))
                        .at(new Location(file, value.line())));
            }
        });
        var commit = text(mapping, COMMIT, ReleasePin::isCommit, ReleasePin.COMMIT_FORM);
        var digest = text(mapping, DIGEST, ReleasePin::isDigest, ReleasePin.DIGEST_FORM);
        return commit.isPresent() && digest.isPresent()
                ? Optional.of(new ReleasePin(commit.get(), digest.get()))
                : Optional.empty();
    }

    private Optional<String> text(Mapping mapping, String key, Predicate<String> form, String allowed) {
        YamlNode node = mapping.entries().get(key);
        String path = KEY + "." + key;
        if (node == null) {
            report(mapping, path, "is missing", allowed);
            return Optional.empty();
        }
        // Digits alone are a number, unless they are quoted: the engine would write it another way.
        if (node instanceof Scalar scalar && scalar.kind() == Kind.TEXT && form.test(scalar.text())) {
            return Optional.of(scalar.text());
        }
        report(node, path, "is none", allowed);
        return Optional.empty();
    }

    private void report(YamlNode node, String path, String what, String allowed) {
        String value = what.equals("is missing") ? "" : node.shown();
        problems.add(
                Problem.of(path, what, value, allowed, "restore it from git: a promotion writes it, and nobody by hand")
                        .at(new Location(file, node.line())));
    }
}
