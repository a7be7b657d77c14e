package checkmk.provider;

import checkmk.rest.Answer;
import checkmk.rest.Client;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import provider.Field;

/** How one kind of the site's configuration is spoken of in REST; the only place that knows its wire format. */
interface RestObject {
    List<Field> fields();

    String collection();

    String path(String id);

    /** The body that makes one. */
    Map<String, Object> created(Map<String, Object> inputs);

    /** The body that changes one. */
    Map<String, Object> updated(Map<String, Object> inputs);

    /** The inputs that what the server shows amounts to, but for secrets, which it never shows. */
    Map<String, Object> inputs(String id, Answer shown);

    /** The id of what the inputs describe, if it is there. */
    Optional<String> existing(Client client, Map<String, Object> inputs);

    /** Whether what is there is certainly of our own making, though the state does not know it. */
    boolean ours(Map<String, Object> there, Map<String, Object> inputs);

    /** Changes that are calls of their own, such as a move, before the rest. */
    default void beforeUpdate(Client client, String id, Answer now, Map<String, Object> inputs) {}
}
