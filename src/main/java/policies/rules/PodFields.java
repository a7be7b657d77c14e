package policies.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import policy.Admission;
import policy.Admission.Check;
import policy.Admission.Kinds;
import policy.Admission.Variable;

/** The pods that an object makes, as {@link Pods} sees them, in the API server's language. */
final class PodFields {
    /** All containers of the object's pods. */
    static final String CONTAINERS = "variables.containers";

    /** What {@link Pods#name} says of a container. */
    static final String NAME = "'container ' + it.?name.orValue('?')";

    private static final List<Kinds> KINDS = List.of(
            new Kinds("", "v1", List.of("pods")),
            new Kinds("apps", "v1", List.of("daemonsets", "deployments", "replicasets", "statefulsets")),
            new Kinds("batch", "v1", List.of("cronjobs", "jobs")));

    private static final List<Variable> VARIABLES = List.of(
            new Variable(
                    "pod",
                    "object.kind == 'Pod' ? object.spec : object.kind == 'CronJob'"
                            + " ? object.spec.jobTemplate.spec.template.spec : object.spec.template.spec"),
            new Variable(
                    "containers",
                    "variables.pod.?initContainers.orValue([]) + variables.pod.?containers.orValue([])"
                            + " + variables.pod.?ephemeralContainers.orValue([])"));

    /** The same beside objects that make no pods. */
    private static final String NONE = "object.kind == 'ConfigMap' ? {} : ";

    private PodFields() {}

    /** For pods, and for ConfigMaps, which have none. */
    static Admission withConfigMaps(Check... checks) {
        var kinds = new ArrayList<>(KINDS);
        kinds.add(new Kinds("", "v1", List.of("configmaps")));
        var variables = new ArrayList<>(VARIABLES);
        variables.replaceAll(variable ->
                variable.name().equals("pod") ? new Variable(variable.name(), NONE + variable.expression()) : variable);
        return new Admission(kinds, variables, Arrays.asList(checks));
    }

    static Admission admission(Check... checks) {
        return new Admission(KINDS, VARIABLES, Arrays.asList(checks));
    }

    /** The same with one more variable. */
    static Admission admission(Variable variable, Check... checks) {
        var variables = new ArrayList<>(VARIABLES);
        variables.add(variable);
        return new Admission(KINDS, variables, Arrays.asList(checks));
    }

    /** A check on each container. */
    static Check container(String broken, String what, String value, String limit) {
        return new Check(CONTAINERS, broken, NAME + " + " + Admission.text(" " + what), value, limit);
    }
}
