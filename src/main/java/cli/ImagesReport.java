package cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import images.Answer;
import images.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * What registries said of an environment's images.
 *
 * @param named each image, to the objects that name it
 * @param answers each image's
 */
record ImagesReport(String environment, Map<String, SortedSet<String>> named, Map<String, Answer> answers) {
    /** The value of {@code schema}: {@code docs/schemas/images-v1.json}. */
    static final String SCHEMA = "facility/images/v1";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Three objects show where an image belongs; JSON has them all. */
    private static final int SHOWN = 3;

    /** A line an image, with those that cannot be had last, where they are seen; one reason is said once for all it is of. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        int width = named.keySet().stream().mapToInt(String::length).max().orElse(1);
        answers.forEach((image, answer) -> answer.digest()
                .ifPresent(digest -> lines.add(String.format("found  %-" + width + "s  %s", image, digest))));
        answers.entrySet().stream()
                .filter(entry -> !entry.getValue().isFound())
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .forEach((answer, images) -> {
                    lines.add(answer.outcome().word().toUpperCase(Locale.ROOT) + ": " + answer.reason());
                    images.forEach(image -> lines.add("  " + image + ", named by " + users(image)));
                });
        lines.add(environment + " names " + named.size() + " images: "
                + Arrays.stream(Outcome.values())
                        .filter(outcome -> outcome == Outcome.FOUND || count(outcome) > 0)
                        .map(outcome -> count(outcome) + " " + outcome.word())
                        .collect(Collectors.joining(", ")));
        return lines;
    }

    private String users(String image) {
        var all = List.copyOf(named.get(image));
        return String.join(", ", all.subList(0, Math.min(SHOWN, all.size())))
                + (all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "");
    }

    private long count(Outcome outcome) {
        return answers.values().stream()
                .filter(answer -> answer.outcome() == outcome)
                .count();
    }

    String json() {
        ObjectNode document = JSON.createObjectNode();
        document.put("schema", SCHEMA);
        document.put("environment", environment);
        document.put("available", answers.values().stream().allMatch(Answer::isFound));
        ArrayNode images = document.putArray("images");
        answers.forEach((image, answer) -> {
            ObjectNode node = images.addObject();
            node.put("image", image);
            node.put("outcome", answer.outcome().word());
            answer.digest().ifPresent(digest -> node.put("digest", digest));
            node.put("reason", answer.reason());
            ArrayNode users = node.putArray("namedBy");
            named.get(image).forEach(users::add);
        });
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("images could not be written as JSON", e);
        }
    }
}
