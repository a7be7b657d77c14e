package report;

import change.ChangeSet;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** GitLab's code quality report; a finding keeps its fingerprint from run to run, by which GitLab knows what is new. */
final class CodeQualityReport {
    private CodeQualityReport() {}

    static String of(ChangeSet set) {
        var issues = JsonNodeFactory.instance.arrayNode();
        for (Finding finding : Finding.of(set)) {
            ObjectNode issue = issues.addObject();
            issue.put("description", finding.message());
            issue.put("check_name", finding.rule());
            issue.put(
                    "fingerprint",
                    fingerprint(set.origin().environment() + "\n" + finding.rule() + "\n" + finding.message()));
            issue.put(
                    "severity",
                    switch (finding.weight()) {
                        case STOPS -> "blocker";
                        case DANGER -> "major";
                        case NOTE -> "info";
                    });
            ObjectNode location = issue.putObject("location");
            location.put("path", Finding.file(set));
            location.putObject("lines").put("begin", 1);
        }
        return issues.toPrettyString() + "\n";
    }

    private static String fingerprint(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
