package policies.rules;

import java.util.regex.Pattern;
import policy.Admission;
import policy.Admission.Check;

/**
 * {@link SecretsAreInSecrets} in the API server's language: plain environment values, and the texts of ConfigMaps. The API
 * server reads no YAML inside them; that is left to the pack.
 */
final class SecretsAtAdmission {
    /**
     * An expression may cost 1,000,000 (k8s.io/apiserver, pkg/apis/cel/config.go), a search a tenth of the text's length
     * times a quarter of the pattern's: of 64 KiB these patterns cost about 600,000, and more would be refused unread.
     */
    private static final int MOST = 65_536;

    private static final String DATA = "(object.kind == 'ConfigMap' && object.?data.orValue({}).map(key,"
            + " size(object.data[key])).sum() <= " + MOST + " ? object.?data.orValue({}).map(key, key) : [])";
    private static final String TEXT = "object.data[it]";
    private static final String OPEN = "'holds a secret in the open at ";
    private static final String NOT_SHOWN = "' characters, not shown'";

    private SecretsAtAdmission() {}

    /**
     * The admission.
     *
     * @param name what a secret is called
     * @param reference what is none
     * @param value what gives itself away
     * @param set such a name that is set to a text, in a program
     */
    static Admission of(Pattern name, Pattern reference, Pattern value, Pattern set, String limit) {
        String given = "variable.?value.orValue('')";
        String inPods = "it.?env.orValue([]).filter(variable, "
                + secret("variable.?name.orValue('')", given, name, reference, value) + ")";
        String lines = TEXT + ".findAll(" + Admission.text(set.pattern()) + ")";
        return PodFields.withConfigMaps(
                new Check(
                        PodFields.CONTAINERS,
                        "size(" + inPods + ") > 0",
                        OPEN + "' + " + PodFields.NAME + " + ' env ' + " + inPods
                                + ".map(variable, variable.name).join(', ')",
                        inPods + ".map(variable, string(size(" + given + "))).join(', ') + " + NOT_SHOWN,
                        limit),
                new Check(
                        DATA,
                        secret("it", TEXT, name, reference, value),
                        OPEN + "data.' + it",
                        "string(size(" + TEXT + ")) + " + NOT_SHOWN,
                        limit),
                new Check(
                        DATA,
                        TEXT + ".matches(" + Admission.text(set.pattern()) + ")",
                        OPEN + "data.' + it + ' ' + " + lines
                                + ".map(line, line.find('[\\\\w.-]+\\\\s*[=:]\\\\s*[\"\\'][^\"\\']*[\"\\']\\\\s*,?$')"
                                + ".find('^[\\\\w.-]+')).join(', ')",
                        lines
                                + ".map(line, string(size(line.find('[\"\\'][^\"\\']*[\"\\']\\\\s*,?$').find('[^\"\\']+'))))"
                                + ".join(', ') + " + NOT_SHOWN,
                        limit));
    }

    private static String secret(String called, String text, Pattern name, Pattern reference, Pattern value) {
        return "(" + called + ".matches(" + whole(name) + ") && " + text + ".trim() != '' && !" + text
                + ".startsWith('/') && !" + text + ".matches(" + whole(reference) + ")) || " + text + ".matches("
                + Admission.text(value.pattern()) + ")";
    }

    private static String whole(Pattern pattern) {
        return Admission.text("^(?:" + pattern.pattern() + ")$");
    }
}
