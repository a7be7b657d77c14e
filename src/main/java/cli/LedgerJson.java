package cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import facility.Environment;
import ledger.LedgerReport;

/**
 * The ledger held against two environments, as JSON: {@code {first, second, intended: [{path, first, second, reason}],
 * undeclared: [...], stale: [...]}}, faults as messages; a public contract.
 */
final class LedgerJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private LedgerJson() {}

    static String of(LedgerReport report, Environment first, Environment second) {
        var document = JSON.createObjectNode().put("first", first.key()).put("second", second.key());
        var intended = document.putArray("intended");
        report.intended().forEach(each -> intended.addObject()
                .put("path", each.path())
                .put("first", each.first())
                .put("second", each.second())
                .put("reason", each.reason()));
        var undeclared = document.putArray("undeclared");
        report.undeclared().forEach(problem -> undeclared.add(problem.toString()));
        var stale = document.putArray("stale");
        report.stale().forEach(problem -> stale.add(problem.toString()));
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("differences could not be written as JSON", e);
        }
    }
}
