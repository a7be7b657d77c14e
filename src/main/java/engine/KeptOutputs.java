package engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A record that is kept as a stack's outputs. */
public interface KeptOutputs {
    /** What was written last; an empty object if nothing ever was. */
    JsonNode outputs();

    /** Replaces what is there. */
    void write(ObjectNode outputs);
}
