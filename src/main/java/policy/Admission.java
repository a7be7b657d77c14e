package policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule as an API server asks it of one object, in its Common Expression Language: for a ValidatingAdmissionPolicy. It
 * stands beside the rule's Java, and says the same of the same object, in the same words.
 *
 * @param kinds of objects that are asked about
 * @param variables each may use those before it, as {@code variables.<name>}
 */
public record Admission(List<Kinds> kinds, List<Variable> variables, List<Check> checks) {
    /** How findings and leases name the object, {@code Deployment jupyterhub/hub}: {@link Resource#title()}. */
    public static final String TITLE =
            "object.kind + ' ' + (has(object.metadata.namespace) ? object.metadata.namespace + '/' : '')"
                    + " + (has(object.metadata.name) ? object.metadata.name : '?')";

    public Admission {
        kinds = List.copyOf(kinds);
        variables = List.copyOf(variables);
        checks = List.copyOf(checks);
    }

    /**
     * Objects of one group.
     *
     * @param group empty for the core
     * @param resources the plurals
     */
    public record Kinds(String group, String version, List<String> resources) {
        public Kinds {
            resources = List.copyOf(resources);
        }
    }

    /** A part of the expressions by name. */
    public record Variable(String name, String expression) {}

    /**
     * One way to break the rule, as expressions.
     *
     * @param items a list; the others may use each of its items as {@code it}
     * @param broken whether the item breaks the rule
     * @param what what is wrong, a text
     * @param value the value, a text
     * @param limit what is allowed, as it stands
     */
    public record Check(String items, String broken, String what, String value, String limit) {}

    /** An expression for all findings on an object, as texts: {@link Finding#toString()}. */
    public String findings(String mend) {
        return checks.stream()
                .map(check -> check.items() + ".filter(it, " + check.broken() + ").map(it, variables.title + "
                        + text(": ") + " + " + check.what() + " + " + text(", ") + " + " + check.value() + " + "
                        + text("; " + check.limit() + "; " + mend) + ")")
                .collect(Collectors.joining(" + "));
    }

    /** A text as an expression. */
    public static String text(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    /** A list of texts as an expression. */
    public static String texts(List<String> texts) {
        return texts.stream().map(Admission::text).collect(Collectors.joining(", ", "[", "]"));
    }
}
