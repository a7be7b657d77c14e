package twin.play.checkmk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What a site holds, kept in one file so that it outlives the process; each object with the version of its last change. */
final class Site {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final ObjectNode state;
    private Instant activeUntil = Instant.MIN;

    Site(Path file) {
        this.file = file;
        try {
            this.state = Files.exists(file) ? (ObjectNode) JSON.readTree(file.toFile()) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String kind : new String[] {"folders", "hosts", "rules", "passwords", "downtimes", "live"}) {
            state.withObjectProperty(kind);
        }
        state.withArrayProperty("pending");
        state.withObjectProperty("folders").withObjectProperty("/");
    }

    /** The objects of one kind by their id. */
    ObjectNode all(String kind) {
        return (ObjectNode) state.get(kind);
    }

    boolean has(String kind, String id) {
        return all(kind).has(id);
    }

    ObjectNode get(String kind, String id) {
        return (ObjectNode) all(kind).get(id);
    }

    int number() {
        int next = state.path("number").asInt() + 1;
        state.put("number", next);
        return next;
    }

    /** Stores an object under a new version, and notes the change as one to activate. */
    ObjectNode put(String kind, String id, ObjectNode object, String user) {
        object.put("version", String.valueOf(number()));
        all(kind).set(id, object);
        noteChange(user, "Changed " + kind + " " + id);
        return object;
    }

    void remove(String kind, String id, String user) {
        all(kind).remove(id);
        noteChange(user, "Removed " + kind + " " + id);
    }

    void noteChange(String user, String text) {
        ObjectNode change = state.withArrayProperty("pending").addObject();
        change.put("id", String.valueOf(number())).put("user_id", user);
        change.put("action_name", "edit-object").put("text", text);
    }

    JsonNode pending() {
        return state.get("pending");
    }

    String etag(String kind, String id) {
        return String.format(
                Locale.ROOT, "\"%s\"", get(kind, id).path("version").asText());
    }

    boolean activating() {
        return Instant.now().isBefore(activeUntil);
    }

    /** Makes everything live at once and says so only after a while, as a site that distributes it would. */
    int activate(Duration time) {
        state.putArray("pending");
        state.set("live", all("hosts").deepCopy());
        state.put("activations", state.path("activations").asInt() + 1);
        activeUntil = Instant.now().plus(time);
        return state.path("activations").asInt();
    }

    void save() {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            JSON.writerWithDefaultPrettyPrinter().writeValue(next.toFile(), state);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
