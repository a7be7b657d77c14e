package checkmk.provider;

import checkmk.rest.Answer;
import java.util.Map;
import provider.Wire;

/** The attributes of a host or folder, without what the server notes down itself. */
final class Attributes {
    private Attributes() {}

    static Map<String, Object> of(Answer shown) {
        var attributes = Wire.plain(shown.extensions().path("attributes"));
        attributes.remove("meta_data");
        return attributes;
    }
}
