package stacks;

import facility.Problem;
import facility.Problems;
import io.fabric8.openshift.api.model.Route;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kube.Declared;

/**
 * What only the objects show, whoever declares them: a chart's Route may claim the host of another stack's. The router
 * would admit the older one and refuse the other, after everything else is up.
 */
public final class ObjectCheck {
    private ObjectCheck() {}

    /** Every clash between the objects of all stacks, sorted. */
    public static List<Problem> check(List<Stack> stacks) {
        var problems = new Problems();
        var names = new TreeMap<String, String>();
        var hosts = new TreeMap<String, String>();
        for (Stack stack : stacks) {
            for (Declared object : stack.objects()) {
                once(names, object.type() + " " + object.name(), "is declared twice", stack, object, problems);
                if (object.object() instanceof Route route) {
                    once(hosts, address(route), "claims a host that is taken", stack, object, problems);
                }
            }
        }
        return problems.sorted();
    }

    private static void once(
            Map<String, String> seen, String key, String fault, Stack stack, Declared object, Problems problems) {
        String first = seen.putIfAbsent(key, stack.name() + ": " + object.kind() + " " + object.name());
        if (first != null) {
            problems.add(
                    stack.name() + ": " + object.kind() + " " + object.name(),
                    fault,
                    "\"" + key + "\"",
                    "one of each; the first is " + first,
                    "rename or remove one of the two");
        }
    }

    /** Two Routes may share a host if their paths differ. */
    private static String address(Route route) {
        String path = route.getSpec().getPath();
        return route.getSpec().getHost() + (path == null ? "/" : path);
    }
}
