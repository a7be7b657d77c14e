package cli;

import config.FacilityReader;
import config.FaultyDeclarationException;
import difference.Difference;
import difference.FieldChange;
import difference.ObjectChange;
import difference.RenderedObject;
import facility.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import stacks.CheckedFacility;

/**
 * One environment's file read as if it were another's: what differs even then, no file declares. It comes from the shared
 * values alone, and nobody who reads the two files sees it.
 */
final class SameFile {
    private final Path root;

    SameFile(Path root) {
        this.root = root;
    }

    /** Keys as {@link #key} makes them; none where the first's file does not fit the other at all. */
    Set<String> differences(List<RenderedObject> before, Environment first, Environment other, On on) {
        var keys = new TreeSet<String>();
        if (first == other) {
            return keys;
        }
        Path folder = folder(first, other);
        try {
            var same = Rendered.of(CheckedFacility.read(folder, other, on == On.TWIN));
            for (ObjectChange change : Difference.between(before, same).changes()) {
                if (change.fields().isEmpty()) {
                    keys.add(key(change, ""));
                }
                change.fields().forEach(field -> keys.add(key(change, field.path())));
            }
        } catch (FaultyDeclarationException doesNotFit) {
            return new TreeSet<>();
        } finally {
            remove(folder);
        }
        return keys;
    }

    /** An object that comes or goes has no path. */
    static String key(ObjectChange change, String path) {
        return change.object().type() + " " + change.object().name() + " " + path;
    }

    static boolean holds(Set<String> undeclared, ObjectChange change, FieldChange field) {
        return undeclared.contains(key(change, field.path()));
    }

    /** All that a declaration is read from, with the one file in the place of the other. */
    private Path folder(Environment first, Environment other) {
        try {
            Path folder = Files.createTempDirectory("facility-diff");
            for (String shared : List.of("charts", "policies")) {
                Files.createSymbolicLink(folder.resolve(shared), root.resolve(shared));
            }
            Files.copy(root.resolve(FacilityReader.fileOf(first)), folder.resolve(FacilityReader.fileOf(other)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path each : inside.toList()) {
                Files.delete(each);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
