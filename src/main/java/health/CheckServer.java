package health;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The default server of the check user, as the hub's model of the user has it.
 *
 * @param there whether there is one, be it on its way in or out
 * @param pending {@code spawn}, {@code stop}, or empty
 * @param started when, as the hub writes it; empty if it says nothing
 */
record CheckServer(boolean there, boolean ready, String pending, String started) {
    /** Of {@code GET /users/NAME}; a server that neither runs nor comes nor goes is not in it. */
    static CheckServer of(JsonNode user) {
        JsonNode server = user.path("servers").path("");
        return new CheckServer(
                server.isObject(),
                server.path("ready").asBoolean(),
                text(server.path("pending")),
                text(server.path("started")));
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : "";
    }
}
