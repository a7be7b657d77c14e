package preview;

import change.ResourceDrift;
import change.ResourceDrift.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import difference.FieldChange;
import difference.Fields;
import engine.EngineEvent.Side;
import engine.EngineEvent.Step;
import engine.Urn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the engine's look at the cluster found, against what was last applied. */
final class Drifts {
    private final OpenInputs open;
    private final EngineValues values;
    private final Quiet quiet;

    Drifts(OpenInputs open, EngineValues values, Quiet quiet) {
        this.open = open;
        this.values = values;
        this.quiet = quiet;
    }

    List<ResourceDrift> of(List<Step> drifted, List<Step> steps) {
        Set<String> touched = steps.stream().map(Step::urn).collect(Collectors.toSet());
        var found = new ArrayList<ResourceDrift>();
        for (Step step : drifted) {
            Side declared = step.before().orElseThrow();
            boolean gone = step.after().isEmpty();
            var fields = gone
                    ? List.<FieldChange>of()
                    : quiet.of(
                            step.type(),
                            Fields.between(
                                    shown(step, declared),
                                    shown(step, step.after().get())));
            if (!gone && fields.isEmpty()) {
                continue;
            }
            found.add(new ResourceDrift(
                    Urn.stack(step.urn()),
                    step.type(),
                    step.name(),
                    gone,
                    fields,
                    step.after().map(live -> managers(live, fields)).orElse(List.of()),
                    touched.contains(step.urn()) ? Outcome.TAKEN_BACK : Outcome.LEFT));
        }
        found.sort(Comparator.comparing(ResourceDrift::stack)
                .thenComparing(ResourceDrift::type)
                .thenComparing(ResourceDrift::name));
        return found;
    }

    private JsonNode shown(Step step, Side side) {
        return values.shown(step.type(), side.inputs(), open.before(step.urn()));
    }

    private static List<String> managers(Side live, List<FieldChange> fields) {
        return fields.stream()
                .flatMap(field -> FieldManagers.of(live.outputs(), field.path()).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
