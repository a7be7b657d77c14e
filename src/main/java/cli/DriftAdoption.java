package cli;

import change.ResourceDrift;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import config.DeclaredValues;
import config.FacilityReader;
import config.FaultyDeclarationException;
import config.Overlay;
import difference.Difference;
import difference.FieldChange;
import difference.ObjectChange;
import difference.RenderedObject;
import facility.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stacks.CheckedFacility;

/**
 * What to write into an environment's file so that a drifted field is declared as it is on the cluster. It is found by
 * trial: each value of the declaration that could be it is set, and everything rendered again; what is printed is proven.
 */
final class DriftAdoption {
    private final Project project;
    private final Environment environment;
    private final On on;

    DriftAdoption(Project project, Environment environment, On on) {
        this.project = project;
        this.environment = environment;
        this.on = on;
    }

    List<String> of(CheckedFacility checked, ResourceDrift drift) {
        var declaredBy = "stack " + drift.stack() + " declares it"
                + StackSource.of(project.root(), drift.stack())
                        .map(file -> " (" + file + ")")
                        .orElse("");
        if (drift.gone()) {
            return List.of(drift.title() + " is gone; to leave it so, take it out of the declaration: " + declaredBy);
        }
        var before = Rendered.of(checked);
        var values = DeclaredValues.read(project.root(), environment);
        var lines = new ArrayList<String>();
        for (FieldChange field : drift.properties()) {
            lines.add("# " + drift.title() + " " + field.path() + ": "
                    + field.before().map(JsonNode::asText).orElse("(none)") + " is declared, "
                    + field.after().map(JsonNode::asText).orElse("(none)") + " is on the cluster");
            lines.addAll(adopted(before, values, drift, field)
                    .orElseGet(() -> List.of("# no single value of " + FacilityReader.fileOf(environment)
                            + " makes it so: " + declaredBy)));
        }
        return lines;
    }

    private Optional<List<String>> adopted(
            List<RenderedObject> before, DeclaredValues values, ResourceDrift drift, FieldChange field) {
        if (field.before().isEmpty() || field.after().isEmpty()) {
            return Optional.empty();
        }
        for (var candidate : AdoptionCandidates.of(values.leaves(), drift, field)) {
            var changes = tried(before, candidate);
            if (changes.stream().anyMatch(change -> makes(change, drift, field))) {
                return Optional.of(lines(values, candidate, changes));
            }
        }
        return Optional.empty();
    }

    private List<String> lines(DeclaredValues values, Overlay overlay, List<ObjectChange> changes) {
        var lines = new ArrayList<String>();
        lines.add("# in " + FacilityReader.fileOf(environment) + "; the value is now declared in "
                + values.locate(overlay.path()) + ", as " + values.leaves().get(overlay.path()));
        long others = changes.stream()
                        .mapToLong(change -> Math.max(1, change.fields().size()))
                        .sum()
                - 1;
        if (others > 0) {
            lines.add("# it changes " + others + " other properties too, of "
                    + String.join(
                            ", ",
                            changes.stream()
                                    .limit(5)
                                    .map(change -> change.object().title())
                                    .toList())
                    + (changes.size() > 5 ? " and others" : "") + "; see ./facility preview");
        }
        lines.addAll(overlay.lines());
        return lines;
    }

    private static boolean makes(ObjectChange change, ResourceDrift drift, FieldChange field) {
        return change.object().type().equals(drift.type())
                && change.object().name().equals(drift.name())
                && change.fields().stream()
                        .anyMatch(made -> made.path().equals(field.path())
                                && made.after().isPresent()
                                && AdoptionCandidates.same(
                                        made.after().get().asText(),
                                        field.after().orElseThrow().asText()));
    }

    /** What the declaration comes to with the value; nothing if a rule forbids it, or the file does not take it. */
    private List<ObjectChange> tried(List<RenderedObject> before, Overlay overlay) {
        String file = FacilityReader.fileOf(environment);
        try {
            Path folder = Files.createTempDirectory("facility-adopt");
            try {
                for (String shared : List.of("charts", "policies")) {
                    Files.createSymbolicLink(
                            folder.resolve(shared), project.root().resolve(shared));
                }
                Files.writeString(
                        folder.resolve(file),
                        overlay.over(Files.readString(project.root().resolve(file))));
                var tried = CheckedFacility.read(folder, environment, on == On.TWIN);
                return Difference.between(before, Rendered.of(tried)).changes();
            } finally {
                for (String each : List.of("charts", "policies", file)) {
                    Files.deleteIfExists(folder.resolve(each));
                }
                Files.delete(folder);
            }
        } catch (FaultyDeclarationException | JsonProcessingException notSo) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
