package preview;

import change.FieldAuthor;
import change.ResourceDrift;
import change.ResourceDrift.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import difference.FieldChange;
import difference.Fields;
import engine.EngineEvent.Side;
import engine.EngineEvent.Step;
import engine.Urn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kube.Declared;

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

    /**
     * Of a preview.
     *
     * @param steps what the run would do; what it does not touch, it leaves
     */
    List<ResourceDrift> of(List<Step> drifted, List<Step> steps) {
        Set<String> touched = steps.stream().map(Step::urn).collect(Collectors.toSet());
        var found = new ArrayList<ResourceDrift>();
        for (Step step : drifted) {
            drift(step, false, touched.contains(step.urn()) ? Outcome.TAKEN_BACK : Outcome.LEFT)
                    .ifPresent(found::add);
        }
        return sorted(found);
    }

    /** Of a look at every object, which sees as well what was added, and who made the object. */
    List<ResourceDrift> of(List<Step> looked) {
        var found = new ArrayList<ResourceDrift>();
        for (Step step : looked) {
            if (step.before().isPresent() && Urn.isDeclared(step.type())) {
                drift(step, true, Outcome.TAKEN_BACK).ifPresent(found::add);
            }
        }
        return sorted(found);
    }

    private static boolean isPatch(Step step) {
        return step.type().startsWith("kubernetes:") && step.type().endsWith("Patch");
    }

    private static List<ResourceDrift> sorted(List<ResourceDrift> found) {
        found.sort(Comparator.comparing(ResourceDrift::stack)
                .thenComparing(ResourceDrift::type)
                .thenComparing(ResourceDrift::name));
        return found;
    }

    private Optional<ResourceDrift> drift(Step step, boolean whole, Outcome outcome) {
        Side declared = step.before().orElseThrow();
        boolean gone = step.after().isEmpty();
        var compared = gone
                ? List.<FieldChange>of()
                : quiet.of(
                        step.type(),
                        Fields.between(
                                shown(step, declared), shown(step, step.after().get())));
        // Of an object that is somebody else's, only the patched fields are ours to look at.
        var added = step.after()
                .filter(live -> whole && !isPatch(step) && !FieldAuthors.isForeign(live.outputs()))
                .map(live -> AddedFields.of(live.outputs(), declared.inputs(), compared))
                .orElse(List.of());
        var fields = new ArrayList<>(compared);
        added.forEach(each -> fields.add(hidden(step, each.field())));
        var authors = new TreeSet<FieldAuthor>();
        step.after().map(Side::outputs).ifPresent(live -> {
            compared.forEach(field -> authors.addAll(FieldAuthors.of(live, field.path())));
            if (authors.isEmpty() && !compared.isEmpty()) {
                FieldAuthors.latest(live).ifPresent(authors::add);
            }
            if (whole && FieldAuthors.isForeign(live) && !isPatch(step)) {
                fields.add(madeAnew());
                FieldAuthors.latest(live).ifPresent(authors::add);
            }
        });
        added.forEach(each -> authors.add(each.author()));
        if (!gone && fields.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ResourceDrift(
                Urn.stack(step.urn()),
                step.type(),
                step.name(),
                gone,
                fields,
                authors.stream().map(FieldAuthor::manager).distinct().toList(),
                gone || !compared.isEmpty() ? outcome : Outcome.LEFT,
                List.copyOf(authors)));
    }

    /** Somebody deleted it and made it again: none of its fields is the facility's. */
    private static FieldChange madeAnew() {
        var text = JsonNodeFactory.instance;
        return new FieldChange(
                "metadata.managedFields",
                Optional.of(text.textNode(Declared.FIELD_MANAGER)),
                Optional.of(text.textNode("(made by somebody else)")));
    }

    /** A Secret's data is secret, whoever put it there. */
    private FieldChange hidden(Step step, FieldChange field) {
        return new FieldChange(
                field.path(), Optional.empty(), field.after().map(value -> values.added(step.type(), value)));
    }

    private JsonNode shown(Step step, Side side) {
        return values.shown(step.type(), side.inputs(), open.before(step.urn()));
    }
}
