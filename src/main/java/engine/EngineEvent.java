package engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One event of the engine's stream, as far as this product acts on it. */
public sealed interface EngineEvent {
    ObjectMapper JSON = new ObjectMapper();

    /** Which rules a resource passed: two long lines for each resource, and nobody here asks. */
    Pattern SUMMARY_OF_A_PACK = Pattern.compile(
            "\\{\"sequence\":\\d+,\"timestamp\":\\d+,\"policy(Remediate|Analyze)(Stack)?SummaryEvent\"");

    /** A step about to be taken (or, in a preview, that would be). */
    record StepPlanned(Step step) implements EngineEvent {}

    /**
     * A step that was taken.
     *
     * @param planned only in a preview: an apply's own comes before it, in the same stream
     */
    record StepDone(Step step, boolean planned) implements EngineEvent {}

    /** A step that was tried and failed. */
    record StepFailed(Step step) implements EngineEvent {}

    /** Something said about a resource, or about the run when the URN is empty. */
    record Diagnostic(String severity, String urn, String message) implements EngineEvent {
        public boolean isError() {
            return severity.equals("error");
        }

        /** The engine's word for what a plug-in writes to its standard error. */
        boolean isOutputOfPlugin() {
            return severity.equals("info#err");
        }
    }

    /** A policy's finding; the severity is empty where the rule has none. */
    record Policy(String enforcement, String severity, String pack, String name, String urn, String message)
            implements EngineEvent {}

    /** The end: how many of each operation. */
    record Summary(Map<String, Integer> operations) implements EngineEvent {}

    /**
     * A resource on one side of a step.
     *
     * @param inputs what was or is to be declared; the engine puts a mark of its own in a secret's place
     * @param outputs what the provider knows of it, for Kubernetes the live object
     */
    record Side(JsonNode inputs, JsonNode outputs, boolean isProtected) {}

    /**
     * A step's operation, resource, and which properties change.
     *
     * @param before empty for what is created
     * @param after empty for what is deleted, or, of a refresh, for what is gone
     */
    record Step(
            String operation,
            String urn,
            String type,
            List<String> changed,
            List<String> replaceReasons,
            Optional<Side> before,
            Optional<Side> after) {
        public Step {
            changed = List.copyOf(changed);
            replaceReasons = List.copyOf(replaceReasons);
        }

        public boolean wasProtected() {
            return before.filter(Side::isProtected).isPresent();
        }

        /** The resource's name: the last part of its URN. */
        public String name() {
            return urn.substring(urn.lastIndexOf("::") + 2);
        }

        public boolean changes() {
            return protectionChanges()
                    || (!operation.equals("same") && !operation.equals("read") && !operation.equals("refresh"));
        }

        /** The engine calls a resource the same whose protection alone is another. */
        private boolean protectionChanges() {
            return before.isPresent()
                    && after.isPresent()
                    && before.get().isProtected() != after.get().isProtected();
        }

        /** Of a refresh before a preview: whether the cluster has it otherwise than it was declared, or not any more. */
        boolean foundOtherwise() {
            return operation.equals("refresh")
                    && before.isPresent()
                    && !after.map(Side::inputs).equals(before.map(Side::inputs));
        }
    }

    /** Empty for a line that is no event, or one that this product does not act on. */
    static Optional<EngineEvent> parse(String line) {
        if (!line.startsWith("{") || SUMMARY_OF_A_PACK.matcher(line).lookingAt()) {
            return Optional.empty();
        }
        Optional<EngineEvent> same = SameStep.read(line);
        return same.isPresent() ? same : parseWhole(line);
    }

    /** The same, with both sides of steps that leave their resource as it is: for whoever looks at what is there. */
    static Optional<EngineEvent> parseWhole(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        JsonNode event;
        try {
            event = JSON.readTree(line);
        } catch (com.fasterxml.jackson.core.JsonProcessingException notAnEvent) {
            return Optional.empty();
        }
        if (event.has("resourcePreEvent")) {
            return Optional.of(
                    new StepPlanned(step(event.get("resourcePreEvent").get("metadata"))));
        }
        if (event.has("resOutputsEvent")) {
            JsonNode done = event.get("resOutputsEvent");
            return Optional.of(new StepDone(
                    step(done.get("metadata")), done.path("planning").asBoolean(false)));
        }
        if (event.has("resOpFailedEvent")) {
            return Optional.of(new StepFailed(step(event.get("resOpFailedEvent").get("metadata"))));
        }
        if (event.has("diagnosticEvent")) {
            return Optional.of(diagnostic(event.get("diagnosticEvent")));
        }
        if (event.has("policyEvent")) {
            return Optional.of(policy(event.get("policyEvent")));
        }
        if (event.has("summaryEvent")) {
            return Optional.of(summary(event.get("summaryEvent")));
        }
        return Optional.empty();
    }

    private static Step step(JsonNode metadata) {
        var changed = new ArrayList<String>();
        metadata.path("detailedDiff").fieldNames().forEachRemaining(changed::add);
        if (changed.isEmpty()) {
            metadata.path("diffs").forEach(path -> changed.add(path.asText()));
        }
        changed.sort(String::compareTo);
        var reasons = new ArrayList<String>();
        metadata.path("keys").forEach(key -> reasons.add(key.asText()));
        return new Step(
                metadata.path("op").asText(),
                metadata.path("urn").asText(),
                metadata.path("type").asText(),
                changed,
                reasons,
                side(metadata.path("old")),
                side(metadata.path("new")));
    }

    private static Optional<Side> side(JsonNode state) {
        return state.isObject()
                ? Optional.of(new Side(
                        state.path("inputs"),
                        state.path("outputs"),
                        state.path("protect").asBoolean(false)))
                : Optional.empty();
    }

    private static Diagnostic diagnostic(JsonNode event) {
        return new Diagnostic(event.path("severity").asText(), event.path("urn").asText(), message(event));
    }

    /** The engine marks colours for its own terminal, as <{%...%}>. */
    private static String message(JsonNode event) {
        return event.path("message").asText().replaceAll("<\\{%[^%]*%\\}>", "").strip();
    }

    private static Policy policy(JsonNode event) {
        return new Policy(
                event.path("enforcementLevel").asText(),
                event.path("severity").asText(),
                event.path("policyPackName").asText(),
                event.path("policyName").asText(),
                event.path("resourceUrn").asText(),
                message(event));
    }

    private static Summary summary(JsonNode event) {
        var operations = new TreeMap<String, Integer>();
        event.path("resourceChanges")
                .properties()
                .forEach(
                        entry -> operations.put(entry.getKey(), entry.getValue().asInt()));
        return new Summary(operations);
    }
}
