package config;

import config.YamlNode.Mapping;
import facility.Environment;
import facility.Facility;
import facility.Problem;
import facility.Problems;
import facility.SharedFacility;
import facility.rules.FacilityCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads an environment's declaration: the shared values, the environment's file over them, and the rules. */
public final class FacilityReader {
    private FacilityReader() {}

    /**
     * Reads {@code Pulumi.<environment>.yaml} of a project. A user's fault is a problem, never an exception.
     *
     * @param onTwin whether what is for a twin alone is let through
     */
    public static Declared read(Path projectFolder, Environment environment, boolean onTwin) {
        return readFile(projectFolder.resolve(fileOf(environment)), environment, onTwin);
    }

    /** The name of an environment's file. */
    public static String fileOf(Environment environment) {
        return "Pulumi." + environment.key() + ".yaml";
    }

    /** Reads a file of another name, in the same form. */
    public static Declared readFile(Path path, Environment environment, boolean onTwin) {
        String file = path.getFileName().toString();
        var problems = new Problems();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException unreadable) {
            problems.add(
                    file,
                    "cannot be read",
                    "",
                    "a file that exists and may be read",
                    Files.exists(path) ? "let this user read it" : "restore it from git");
            return new Declared(Optional.empty(), problems.sorted());
        }
        return read(file, bytes, environment, onTwin);
    }

    static Declared read(String file, byte[] bytes, Environment environment, boolean onTwin) {
        var problems = new Problems();
        return values(file, bytes, environment, problems)
                .map(values -> judged(values, onTwin, problems))
                .orElseGet(() -> new Declared(Optional.empty(), problems.sorted()));
    }

    /** The values alone, before any rule; nothing, and a problem, if the file cannot be read at all. */
    static Optional<DeclaredValues> values(String file, byte[] bytes, Environment environment, Problems problems) {
        var root = YamlFile.read(file, bytes, problems);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        var written = new Written(file);
        var stackFile = new StackFile(file, problems);
        Mapping ours = stackFile.facilityKeys(root.get());
        NamedCluster.bind(stackFile, file, problems);
        PinnedRelease.bind(stackFile, file, problems);
        Facility declared = (Facility) new RecordShape(Facility.class)
                .filled(Optional.of(SharedFacility.of(environment)), ours, "", new Binder(written, problems))
                .orElseThrow();
        return Optional.of(new DeclaredValues(declared, written));
    }

    private static Declared judged(DeclaredValues values, boolean onTwin, Problems problems) {
        Facility facility = values.facility().withQuotasOfFlavours();
        var written = values.written();
        var consequences = new Consequences(problems.sorted(), written);
        for (Problem problem : FacilityCheck.check(facility, onTwin)) {
            if (!consequences.include(problem)) {
                problems.add(problem.at(written.locate(problem.path())));
            }
        }
        return problems.isEmpty()
                ? new Declared(Optional.of(facility), List.of())
                : new Declared(Optional.empty(), problems.sorted());
    }
}
