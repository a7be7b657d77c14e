package preview;

import change.Operation;
import change.ResourceChange;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import difference.Fields;
import engine.EngineEvent.Side;
import engine.EngineEvent.Step;
import engine.Urn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine's steps as changes of resources: the three steps of a replacement are one, and drift is no intent. */
final class Steps {
    private static final Comparator<ResourceChange> ORDER = Comparator.comparing(ResourceChange::stack)
            .thenComparing(ResourceChange::type)
            .thenComparing(ResourceChange::name);

    private final OpenInputs open;
    private final EngineValues values;
    private final Quiet quiet;

    Steps(OpenInputs open, EngineValues values, Quiet quiet) {
        this.open = open;
        this.values = values;
        this.quiet = quiet;
    }

    /** @param drifted what the cluster has otherwise, by URN, as it was declared before somebody changed it */
    List<ResourceChange> changes(List<Step> steps, Map<String, Step> drifted) {
        var byUrn = new LinkedHashMap<String, List<Step>>();
        for (Step step : steps) {
            if (Urn.isComponent(step.type())) {
                quiet.count(Quiet.COMPONENTS);
            } else {
                byUrn.computeIfAbsent(step.urn(), urn -> new ArrayList<>()).add(step);
            }
        }
        var changes = new ArrayList<ResourceChange>();
        byUrn.forEach(
                (urn, own) -> change(own, Optional.ofNullable(drifted.get(urn))).ifPresent(changes::add));
        changes.sort(ORDER);
        return changes;
    }

    private Optional<ResourceChange> change(List<Step> steps, Optional<Step> drift) {
        Step any = steps.get(0);
        // What was declared when it was last applied, not what somebody made of it since: that is shown as drift.
        Optional<Side> before = drift.flatMap(Step::before).or(() -> first(steps, true));
        Optional<Side> after = first(steps, false);
        var was = before.map(side -> shown(any, side, true));
        var is = after.map(side -> shown(any, side, false));
        Operation operation = operation(steps, before, after);
        var fields = was.isPresent() && is.isPresent() && operation != Operation.DELETE
                ? quiet.of(any.type(), Fields.between(was.get(), is.get()))
                : List.<difference.FieldChange>of();
        boolean onlyDrift = operation == Operation.UPDATE && fields.isEmpty() && drift.isPresent();
        if (onlyDrift) {
            return Optional.empty();
        }
        var named = operation == Operation.UPDATE && fields.isEmpty() ? providersOwn(any) : fields;
        return Optional.of(new ResourceChange(
                operation,
                Urn.stack(any.urn()),
                any.type(),
                any.name(),
                before.filter(Side::isProtected).isPresent(),
                after.filter(Side::isProtected).isPresent(),
                named,
                steps.stream()
                        .flatMap(step -> step.replaceReasons().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                was,
                is));
    }

    private JsonNode shown(Step step, Side side, boolean before) {
        return values.shown(
                step.type(), side.inputs(), before ? open.before(step.urn()) : open.after(step.type(), step.name()));
    }

    /** The provider sees a difference where the declarations have none: say where, rather than hide a step. */
    private static List<difference.FieldChange> providersOwn(Step step) {
        var seen = JsonNodeFactory.instance.textNode("(as the provider sees it)");
        return step.changed().stream()
                .map(path -> new difference.FieldChange(path, Optional.of(seen), Optional.of(seen)))
                .toList();
    }

    private static Optional<Side> first(List<Step> steps, boolean before) {
        return steps.stream()
                .map(step -> before ? step.before() : step.after())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Operation operation(List<Step> steps, Optional<Side> before, Optional<Side> after) {
        if (steps.stream().anyMatch(step -> step.operation().contains("replace"))) {
            return Operation.REPLACE;
        }
        return switch (steps.get(0).operation()) {
                // What somebody deleted behind the state is created again, but the declaration may be the same.
            case "create" -> before.isPresent() && after.isPresent() ? Operation.UPDATE : Operation.CREATE;
            case "delete", "discard" -> Operation.DELETE;
            case "import" -> Operation.IMPORT;
            case "same" -> Operation.PROTECTION;
            default -> Operation.UPDATE;
        };
    }
}
