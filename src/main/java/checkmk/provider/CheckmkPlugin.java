package checkmk.provider;

import checkmk.rest.Client;
import java.util.List;
import java.util.Map;
import provider.Field;
import provider.Kind;
import provider.Plugin;

/** CheckMK's resources. */
public final class CheckmkPlugin implements Plugin {
    @Override
    public String name() {
        return "checkmk";
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public List<Field> configuration() {
        return Configuration.FIELDS;
    }

    @Override
    public List<String> faults(Map<String, Object> values) {
        return Configuration.faults(values);
    }

    @Override
    public Map<String, Kind> kinds() {
        return Kinds.of(null);
    }

    @Override
    public Map<String, Kind> kinds(Map<String, Object> configuration) {
        return Kinds.of(new Client(Configuration.server(configuration)));
    }
}
