package provider;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff;

/** What changes from one state of a resource to another, down to single attributes. */
final class Difference {
    private final Map<String, PropertyDiff> detailed = new TreeMap<>();
    private boolean replaces;

    private Difference() {}

    static DiffResponse of(Kind kind, Map<String, Object> olds, Map<String, Object> news) {
        var difference = new Difference();
        var response = DiffResponse.newBuilder();
        for (Field field : kind.fields()) {
            Object before = olds.get(field.name());
            Object after = news.get(field.name());
            if (!Objects.equals(before, after) && !(isNothing(before) && isNothing(after))) {
                response.addDiffs(field.name());
                if (field.replaces()) {
                    response.addReplaces(field.name());
                    difference.replaces = true;
                }
                difference.add(field.name(), before, after, field.replaces());
            }
        }
        return response.setChanges(difference.detailed.isEmpty() ? DiffChanges.DIFF_NONE : DiffChanges.DIFF_SOME)
                .setHasDetailedDiff(true)
                .putAllDetailedDiff(difference.detailed)
                .setDeleteBeforeReplace(difference.replaces && kind.removedFirst())
                .build();
    }

    private static boolean isNothing(Object value) {
        return value == null || value.equals(false) || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private void add(String path, Object before, Object after, boolean replace) {
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            var keys = new java.util.TreeSet<String>();
            old.keySet().forEach(key -> keys.add(String.valueOf(key)));
            now.keySet().forEach(key -> keys.add(String.valueOf(key)));
            for (String key : keys) {
                if (!Objects.equals(old.get(key), now.get(key))) {
                    String name = key.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + key : "[\"" + key + "\"]";
                    add(path + name, old.get(key), now.get(key), replace);
                }
            }
            return;
        }
        // The kinds' numbers come in pairs: the plain one, and after it the one that replaces.
        PropertyDiff.Kind plain = before == null
                ? PropertyDiff.Kind.ADD
                : after == null ? PropertyDiff.Kind.DELETE : PropertyDiff.Kind.UPDATE;
        var value = replace ? PropertyDiff.Kind.forNumber(plain.getNumber() + 1) : plain;
        detailed.put(path, PropertyDiff.newBuilder().setKind(value).build());
    }
}
