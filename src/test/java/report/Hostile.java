package report;

import change.ChangeSet;
import change.Changed;
import change.Danger;
import change.Danger.Rank;
import change.Notice;
import change.Operation;
import change.Origin;
import change.PolicyResult;
import change.ResourceChange;
import change.ResourceDrift;
import change.ResourceDrift.Outcome;
import change.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import difference.FieldChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values that try to be more than values, and a change set that has one of them wherever a value can be. */
final class Hostile {
    static final List<String> VALUES = List.of(
            "</details>",
            "</summary></details><b>",
            "`",
            "```",
            "a `` b ````` c",
            "one\n```\n</details>\n<script>alert(1)</script>\n````",
            "~~~\n# heading\n- item\n\n    code",
            "<script>alert(1)</script>",
            "</script></style><img src=x onerror=alert(1)>",
            "<!-- ",
            "-->",
            "]]>",
            "@all and @group/team, a@b.example",
            "#12 !34 $5 %6 &7 ~label GH-1",
            ":tada: and :x:",
            "https://evil.example/ and www.evil.example",
            "[link](https://evil.example) ![picture](x)",
            "<https://evil.example>",
            "\u001b[31mred\u0007\u0000\u0085",
            "left\rright\r\nbelow",
            "\u202eevil\u2066\u200b\ufeff\u2028\u2029\u061c",
            "lone \ud800 half",
            "| a | b |\n|---|---|",
            "**bold** _italic_ ~~gone~~",
            "&lt;b&gt; &#64;all &amp;",
            "1. one",
            "2) two",
            "- item",
            "+ item",
            "* * *",
            "# heading",
            "    code",
            "> quote",
            "===",
            "---",
            "\\",
            "\" onclick=\"alert(1)\" '",
            "{{page.title}} {{{style}}}",
            "$x^2$ and $`y`$",
            "\ttab\t");

    private Hostile() {}

    /** Words in place of all but the ends of lines. */
    static String harmless(String value) {
        return value.replaceAll("[^\\r\\n]+", "word");
    }

    static ChangeSet set(String value) {
        var fields = List.of(
                new FieldChange("data[" + value + "]", text(value), text(value + "2")),
                new FieldChange("list", text("first\n" + value + "\nlast"), text("first\nx" + value + "\nlast")),
                new FieldChange(
                        "added",
                        Optional.empty(),
                        Optional.of(JsonNodeFactory.instance.objectNode().put(value, value))));
        return new ChangeSet(
                new Origin("prod", Origin.Basis.CLUSTER, value, "5a892a6", true, Map.of("facility", value), 1, "2026"),
                Verdict.REFUSED,
                4,
                List.of(
                        change(Operation.UPDATE, value, fields),
                        change(Operation.REPLACE, value, fields),
                        change(Operation.CREATE, value, List.of()),
                        change(Operation.DELETE, value, List.of())),
                List.of(new ResourceDrift(
                        "stack", "kubernetes:core/v1:Secret", value, false, fields, List.of(value), Outcome.LEFT)),
                List.of(new Danger(Rank.DATA, "rule", "ConfigMap ns/" + value, value, value + value)),
                List.of(
                        new PolicyResult("mandatory", "high", value, value, value),
                        new PolicyResult("advisory", "", "rule", "", value)),
                List.of(),
                List.of(new Notice("Kind " + value, value)),
                List.of(value, "a " + value),
                Map.of(value, 2),
                3);
    }

    private static ResourceChange change(Operation operation, String value, List<FieldChange> fields) {
        JsonNode object = JsonNodeFactory.instance
                .objectNode()
                .put("key" + value, value)
                .put("text", "first\n" + value + "\nlast\n");
        return new ResourceChange(
                operation,
                "stack",
                "kubernetes:core/v1:ConfigMap",
                "ns/" + value,
                true,
                false,
                fields,
                operation == Operation.REPLACE ? List.of(value) : List.of(),
                operation == Operation.CREATE ? Optional.empty() : Optional.of(object),
                operation == Operation.DELETE ? Optional.empty() : Optional.of(object));
    }

    private static Optional<JsonNode> text(String text) {
        return Optional.of(JsonNodeFactory.instance.textNode(text));
    }

    /** A facility much larger than any: so many objects are new, and a few go. */
    static ChangeSet large(int objects) {
        var changes = new java.util.ArrayList<ResourceChange>();
        for (int i = 0; i < objects; i++) {
            String name = "team-" + i % 50 + "/settings-" + i;
            changes.add(
                    i % 500 == 7
                            ? Changed.object("core/v1:PersistentVolumeClaim", name)
                                    .deleted("{spec: {resources: {requests: {storage: 1Ti}}}}")
                            : Changed.object("core/v1:ConfigMap", name)
                                    .in("stack-" + i % 7)
                                    .updated("{data: {number: a" + i + "}}", "{data: {number: b" + i + "}}"));
        }
        var dangers = change.danger.Dangers.of(changes.stream()
                .map(change -> new change.danger.Examined(change, Optional.empty()))
                .toList());
        var set = Changed.set(changes.toArray(ResourceChange[]::new));
        return new ChangeSet(
                set.origin(),
                set.verdict(),
                0,
                set.changes(),
                List.of(),
                dangers,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("quantity-spelling", 4),
                0);
    }
}
