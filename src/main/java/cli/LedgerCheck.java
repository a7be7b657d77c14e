package cli;

import config.DeclaredValues;
import difference.Difference;
import facility.Environment;
import ledger.Ledger;
import ledger.LedgerReport;

/** Two environments of the project, held against the ledger of intended differences. */
final class LedgerCheck {
    private final Project project;

    LedgerCheck(Project project) {
        this.project = project;
    }

    /**
     * What differs and may, what may not, and what the ledger declares for nothing.
     *
     * @throws config.FaultyDeclarationException when a declaration or the ledger itself has a fault
     */
    LedgerReport of(Environment first, Environment second, On on) {
        var ledger = Ledger.read(project.root());
        var checked = project.checked(first, on);
        project.checked(second, on);
        var differing =
                DeclaredValues.read(project.root(), first).differences(DeclaredValues.read(project.root(), second));
        var unexplained = Difference.between(Rendered.of(checked), Rendered.of(checked.as(second, project.root())));
        return ledger.judge(first, second, differing, unexplained);
    }
}
