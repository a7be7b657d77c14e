package health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the hub says of a server that it starts: lines of its event stream, fed as they come. */
final class SpawnProgress {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";

    /** Somewhat more than the longest of the scheduler's: a line for a person, no log. */
    private static final int LONGEST = 400;

    private final Consumer<String> told;
    private String last = "";
    private String failure = "";
    private boolean ready;

    /** @param told each message that is another than the one before */
    SpawnProgress(Consumer<String> told) {
        this.told = told;
    }

    /** Anything but an event, such as the empty lines that keep the stream open, says nothing. */
    synchronized void line(String line) {
        if (!line.startsWith(DATA)) {
            return;
        }
        JsonNode event;
        try {
            event = JSON.readTree(line.substring(DATA.length()));
        } catch (JsonProcessingException cutOff) {
            return;
        }
        String message = oneLine(event.path("message").asText(""));
        if (event.path("failed").asBoolean()) {
            // A start that ran out of its time has no words of its own: "Spawn failed: ".
            failure = message.isEmpty() ? "Spawn failed" : message.replaceFirst(":$", "");
        } else if (event.path("ready").asBoolean()) {
            ready = true;
        } else if (!message.isEmpty() && !message.equals(last)) {
            last = message;
            told.accept(message);
        }
    }

    synchronized boolean ready() {
        return ready;
    }

    synchronized boolean failed() {
        return !failure.isEmpty();
    }

    /** A fault with the hub's own last words: why it failed, and what it said before that. */
    synchronized String explaining(String fault) {
        var words = new StringBuilder(failure.isEmpty() ? fault : failure);
        if (!last.isEmpty() && !last.equals(failure)) {
            words.append("; before that the hub said: ").append(last);
        }
        return words.toString();
    }

    static String oneLine(String text) {
        String line =
                text.lines().map(String::strip).filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
