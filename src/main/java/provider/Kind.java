package provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One kind of resource: what it is given, and how it is made, read, changed and removed. */
public interface Kind {
    /** What the server showed after the last write: if it still does, nothing has drifted, however it writes values. */
    String SERVED = "served";

    /** A resource that exists: its id and its outputs. */
    record Made(String id, Map<String, Object> outputs) {}

    List<Field> fields();

    /** Whether the old one has to go before its replacement comes. */
    default boolean removedFirst() {
        return false;
    }

    Made create(Map<String, Object> inputs);

    /** What is there now; empty if it is gone. The known outputs are empty at an import. */
    Optional<Map<String, Object>> read(String id, Map<String, Object> known);

    Map<String, Object> update(String id, Map<String, Object> inputs);

    void delete(String id, Map<String, Object> known);
}
