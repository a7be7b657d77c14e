package engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.MissingNode;
import engine.EngineEvent.Side;
import engine.EngineEvent.Step;
import engine.EngineEvent.StepDone;
import engine.EngineEvent.StepPlanned;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A step that leaves its resource as it is, without the resource: the engine sends both sides of each, which are 5 MB of a
 * preview of a thousand objects, and nobody here looks at them. One whose protection changes is read whole, for it is shown.
 */
final class SameStep {
    private static final JsonFactory JSON = new JsonFactory();

    private String operation = "";
    private String urn = "";
    private String type = "";
    private Optional<Boolean> before = Optional.empty();
    private Optional<Boolean> after = Optional.empty();

    private SameStep() {}

    /** Empty for any other event, and for what is no event. */
    static Optional<EngineEvent> read(String line) {
        try (JsonParser event = JSON.createParser(line)) {
            event.nextToken();
            for (String name = event.nextFieldName(); name != null; name = event.nextFieldName()) {
                event.nextToken();
                if (name.equals("resourcePreEvent") || name.equals("resOutputsEvent")) {
                    return step(event, name.equals("resOutputsEvent"));
                }
                event.skipChildren();
            }
            return Optional.empty();
        } catch (IOException notAnEvent) {
            return Optional.empty();
        }
    }

    private static Optional<EngineEvent> step(JsonParser event, boolean done) throws IOException {
        var same = new SameStep();
        boolean planned = false;
        for (String name = event.nextFieldName(); name != null; name = event.nextFieldName()) {
            JsonToken value = event.nextToken();
            if (name.equals("metadata")) {
                if (!same.metadata(event)) {
                    return Optional.empty();
                }
            } else if (name.equals("planning")) {
                planned = value == JsonToken.VALUE_TRUE;
            } else {
                event.skipChildren();
            }
        }
        if (!same.isThatAlone()) {
            return Optional.empty();
        }
        Step step = same.step();
        return Optional.of(done ? new StepDone(step, planned) : new StepPlanned(step));
    }

    /** Whether it is such a step as far as it was read: of any other, reading ends with its operation. */
    private boolean metadata(JsonParser event) throws IOException {
        for (String name = event.nextFieldName(); name != null; name = event.nextFieldName()) {
            JsonToken value = event.nextToken();
            switch (name) {
                case "op" -> {
                    operation = event.getText();
                    if (!operation.equals("same")) {
                        return false;
                    }
                }
                case "urn" -> urn = event.getText();
                case "type" -> type = event.getText();
                case "old" -> before = isProtected(event, value);
                case "new" -> after = isProtected(event, value);
                case "keys", "diffs", "detailedDiff" -> {
                    if (value != JsonToken.VALUE_NULL && !isEmpty(event, value)) {
                        return false;
                    }
                }
                default -> event.skipChildren();
            }
        }
        return true;
    }

    private static boolean isEmpty(JsonParser event, JsonToken value) throws IOException {
        return value.isStructStart() && event.nextToken().isStructEnd();
    }

    private static Optional<Boolean> isProtected(JsonParser event, JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            event.skipChildren();
            return Optional.empty();
        }
        boolean found = false;
        for (String name = event.nextFieldName(); name != null; name = event.nextFieldName()) {
            JsonToken property = event.nextToken();
            if (name.equals("protect")) {
                found = property == JsonToken.VALUE_TRUE;
            }
            event.skipChildren();
        }
        return Optional.of(found);
    }

    private boolean isThatAlone() {
        return operation.equals("same") && Objects.equals(before, after);
    }

    private Step step() {
        return new Step(operation, urn, type, List.of(), List.of(), before.map(this::side), after.map(this::side));
    }

    private Side side(boolean isProtected) {
        return new Side(MissingNode.getInstance(), MissingNode.getInstance(), isProtected);
    }
}
