package checklist;

import io.fabric8.kubernetes.api.model.APIResource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether the cluster serves each kind that is declared. An upgrade may take an operator and its CRDs away. */
final class ServedKinds implements Check {
    @Override
    public String id() {
        return "served-kinds";
    }

    @Override
    public Item look(Subject subject) {
        Map<String, List<String>> served = new TreeMap<>();
        var missing = new TreeSet<String>();
        for (var declared : subject.objects()) {
            String apiVersion = declared.object().getApiVersion();
            if (!served.computeIfAbsent(apiVersion, version -> kinds(subject, version))
                    .contains(declared.kind())) {
                missing.add(declared.kind() + " of " + apiVersion);
            }
        }
        return Item.failedBy(id(), "the cluster serves every kind that is declared", List.copyOf(missing));
    }

    private static List<String> kinds(Subject subject, String apiVersion) {
        var list = subject.client().getApiResources(apiVersion);
        return list == null
                ? List.of()
                : list.getResources().stream().map(APIResource::getKind).toList();
    }
}
