package cli;

import change.ResourceDrift;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import config.Overlay;
import difference.FieldChange;
import facility.Quantity;
import facility.QuantityFormatException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** Which values of a declaration could be the one behind a field: those that are what is declared there. */
final class AdoptionCandidates {
    /** A trial renders everything, in about half a second: more of them nobody waits for. */
    private static final int MOST = 40;

    private static final String WHOLE = "[0-9]{1,9}";
    private static final Pattern DURATION = Pattern.compile("([0-9]+)([smhd])");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600, "d", 86_400);

    private AdoptionCandidates() {}

    /** The likeliest first, each with the cluster's value in it. */
    static List<Overlay> of(SortedMap<String, String> values, ResourceDrift drift, FieldChange field) {
        JsonNode live = field.after().orElseThrow();
        String declared = field.before().orElseThrow().asText();
        return values.entrySet().stream()
                .filter(value -> same(value.getValue(), declared))
                .sorted(Comparator.comparingInt(
                                (Map.Entry<String, String> value) -> -likeness(value.getKey(), drift, field))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(value -> new Overlay(value.getKey(), written(value.getValue(), live)))
                .toList();
    }

    /** By the words that the value's path shares with the object's name and the field's path. */
    private static int likeness(String path, ResourceDrift drift, FieldChange field) {
        var there = words(path);
        return (int) words(drift.name() + " " + drift.stack() + " " + field.path()).stream()
                .distinct()
                .filter(there::contains)
                .count();
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
    }

    /** A duration is written in seconds where it was one: objects have it so. */
    private static JsonNode written(String value, JsonNode live) {
        if (DURATION.matcher(value).matches() && live.isIntegralNumber()) {
            return JsonNodeFactory.instance.textNode(live.asText() + "s");
        }
        // A quota's amounts are texts, whatever they are in the declaration.
        boolean isNumber =
                value.matches(WHOLE) && live.isTextual() && live.asText().matches(WHOLE);
        return isNumber ? JsonNodeFactory.instance.numberNode(Integer.parseInt(live.asText())) : live;
    }

    /** Whether two texts are one value: the same words, amount or time. */
    static boolean same(String one, String other) {
        return one.equals(other)
                || amount(one)
                        .flatMap(amount -> amount(other).map(amount::equals))
                        .orElse(false);
    }

    private static Optional<Quantity> amount(String text) {
        var duration = DURATION.matcher(text);
        try {
            return duration.matches() && !duration.group(2).equals("m")
                    ? Optional.of(Quantity.of(Long.parseLong(duration.group(1)) * SECONDS.get(duration.group(2))))
                    : Optional.of(Quantity.parse(text));
        } catch (QuantityFormatException | ArithmeticException | NumberFormatException word) {
            return Optional.empty();
        }
    }
}
