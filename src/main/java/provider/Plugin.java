package provider;

import java.util.List;
import java.util.Map;

/** A plug-in of the engine: its resources by their type tokens, which are a public contract. */
public interface Plugin {
    /** The first part of its type tokens. */
    String name();

    String version();

    /** The provider's own inputs. */
    List<Field> configuration();

    /** What is wrong with its inputs, all at once; each fault begins with the name of its field. */
    default List<String> faults(Map<String, Object> values) {
        return Faults.of(configuration(), values);
    }

    /** Its kinds before it is configured: they know their fields, which is all that checking needs. */
    Map<String, Kind> kinds();

    /** Its kinds, ready for work. */
    Map<String, Kind> kinds(Map<String, Object> configuration);

    /** The run was interrupted: what waits should end. */
    default void cancel() {
        // Whose calls are short, or wait for what goes on by itself, has nothing to end.
    }
}
