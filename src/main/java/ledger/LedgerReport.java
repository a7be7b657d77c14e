package ledger;

import facility.Problem;
import java.util.List;

/**
 * Two environments held against the ledger.
 *
 * @param intended differences that are declared, by path
 * @param undeclared differences that are not: each a fault that names both places
 * @param stale entries of the ledger for which nothing differs any more; to be removed, and no reason to refuse
 */
public record LedgerReport(List<Intended> intended, List<Problem> undeclared, List<Problem> stale) {
    public LedgerReport {
        intended = List.copyOf(intended);
        undeclared = List.copyOf(undeclared);
        stale = List.copyOf(stale);
    }
}
