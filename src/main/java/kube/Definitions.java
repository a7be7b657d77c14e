package kube;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The kinds that a declaration brings itself, by the CustomResourceDefinitions in it. */
public final class Definitions {
    private Definitions() {}

    /** The plural of each, by {@code <apiVersion> <kind>}. */
    public static Map<String, String> of(List<Declared> objects) {
        var plurals = new TreeMap<String, String>();
        for (Declared object : objects) {
            if (object.kind().equals("CustomResourceDefinition")) {
                add(plurals, (Map<?, ?>) ObjectFields.of(object.object()).get("spec"));
            }
        }
        return plurals;
    }

    public static String key(String apiVersion, String kind) {
        return apiVersion + " " + kind;
    }

    private static void add(Map<String, String> plurals, Map<?, ?> spec) {
        Map<?, ?> names = (Map<?, ?>) spec.get("names");
        for (Object version : (List<?>) spec.get("versions")) {
            String apiVersion = spec.get("group") + "/" + ((Map<?, ?>) version).get("name");
            plurals.put(key(apiVersion, String.valueOf(names.get("kind"))), String.valueOf(names.get("plural")));
        }
    }
}
