package cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import engine.HeldResource;

/** What a program registers, as the engine writes it: secrets stay marked. */
final class InputsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private InputsJson() {}

    /** Numbers as {@link HeldResource} has them. */
    static ObjectNode of(Struct struct) {
        ObjectNode object = NODES.objectNode();
        struct.getFieldsMap().forEach((name, value) -> object.set(name, of(value)));
        return object;
    }

    private static JsonNode of(Value value) {
        return switch (value.getKindCase()) {
            case STRUCT_VALUE -> of(value.getStructValue());
            case LIST_VALUE -> {
                var list = NODES.arrayNode();
                value.getListValue().getValuesList().forEach(item -> list.add(of(item)));
                yield list;
            }
            case STRING_VALUE -> NODES.textNode(value.getStringValue());
            case NUMBER_VALUE -> HeldResource.number(value.getNumberValue());
            case BOOL_VALUE -> NODES.booleanNode(value.getBoolValue());
            case NULL_VALUE, KIND_NOT_SET -> NODES.nullNode();
        };
    }
}
