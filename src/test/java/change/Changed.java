package change;

import change.Origin.Basis;
import change.ResourceDrift.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import difference.FieldChange;
import difference.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes of resources for tests, from the objects before and after, as YAML. */
public record Changed(String stack, String type, String name) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** @param type with its group, {@code core/v1:Namespace} */
    public static Changed object(String type, String name) {
        return new Changed("jupyterhub", "kubernetes:" + type, name);
    }

    public Changed in(String stack) {
        return new Changed(stack, type, name);
    }

    public ResourceChange created(String after) {
        return of(Operation.CREATE, false, false, Optional.empty(), Optional.of(after));
    }

    public ResourceChange deleted(String before) {
        return of(Operation.DELETE, false, false, Optional.of(before), Optional.empty());
    }

    public ResourceChange updated(String before, String after) {
        return of(Operation.UPDATE, false, false, Optional.of(before), Optional.of(after));
    }

    public ResourceChange replaced(String before, String after) {
        return of(Operation.REPLACE, false, false, Optional.of(before), Optional.of(after));
    }

    public ResourceChange of(
            Operation operation,
            boolean wasProtected,
            boolean isProtected,
            Optional<String> before,
            Optional<String> after) {
        var was = before.map(Changed::yaml);
        var is = after.map(Changed::yaml);
        var fields = was.isPresent() && is.isPresent()
                ? Fields.between(was.get(), is.get())
                : List.<difference.FieldChange>of();
        return new ResourceChange(
                operation,
                stack,
                type,
                name,
                wasProtected,
                isProtected,
                fields,
                operation == Operation.REPLACE
                        ? fields.stream().map(difference.FieldChange::path).toList()
                        : List.of(),
                was,
                is);
    }

    public static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Origin origin() {
        return new Origin(
                "prod",
                Basis.CLUSTER,
                "okd-prod",
                "5a892a6",
                true,
                Map.of("facility", "0.1.0", "pulumi", "3.208.0"),
                12_345,
                "2026-11-20T08:15:00Z");
    }

    /** A set with nothing in it but these changes. */
    public static ChangeSet set(ResourceChange... changes) {
        return new ChangeSet(
                origin(),
                changes.length == 0 ? Verdict.NO_CHANGES : Verdict.CHANGES,
                0,
                List.of(changes),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                226);
    }

    /** A Deployment that somebody changed by hand, in these fields. */
    public static ResourceDrift drift(Outcome outcome, boolean gone, String... paths) {
        return new ResourceDrift(
                "jupyterhub",
                "kubernetes:apps/v1:Deployment",
                "jupyterhub/hub",
                gone,
                Stream.of(paths)
                        .map(path -> new FieldChange(path, Optional.empty(), Optional.empty()))
                        .toList(),
                List.of("kubectl-edit"),
                outcome);
    }

    /** A set of a run that came to no end. */
    public static ChangeSet failed(Verdict verdict, int exitCode, String message) {
        return new ChangeSet(
                origin(),
                verdict,
                exitCode,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Notice("", message)),
                List.of(),
                Map.of(),
                0);
    }
}
