package difference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One property that differs.
 *
 * @param path such as {@code spec.template.spec.containers[hub].image}; an item of a list by its name where it has one
 * @param before empty if it was not there
 * @param after empty if it is not there any more
 */
public record FieldChange(String path, Optional<JsonNode> before, Optional<JsonNode> after) {}
