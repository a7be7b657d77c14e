package pin;

import config.YamlNode;
import config.YamlNode.Kind;
import config.YamlNode.Mapping;
import config.YamlNode.Scalar;
import config.YamlNode.Sequence;
import facility.ReleasePin;
import java.util.LinkedHashMap;
import java.util.Map;

/** A document's values without their lines, to be compared. */
final class Pinned {
    private Pinned() {}

    /** The values, with the pin among them. */
    static Object of(YamlNode document, ReleasePin pin) {
        var all = new LinkedHashMap<Object, Object>((Map<?, ?>) values(document));
        var config = new LinkedHashMap<Object, Object>((Map<?, ?>) all.get("config"));
        config.put(PinEdit.KEY, Map.of("commit", text(pin.commit()), "digest", text(pin.digest())));
        all.put("config", config);
        return all;
    }

    static Object values(YamlNode node) {
        if (node instanceof Mapping mapping) {
            var values = new LinkedHashMap<String, Object>();
            mapping.entries().forEach((key, value) -> values.put(key, values(value)));
            return values;
        }
        if (node instanceof Sequence sequence) {
            return sequence.items().stream().map(Pinned::values).toList();
        }
        Scalar scalar = (Scalar) node;
        return Map.entry(scalar.kind(), scalar.text());
    }

    private static Object text(String value) {
        return Map.entry(Kind.TEXT, value);
    }
}
