package cli;

import change.ChangeSet;
import change.Fingerprint;
import change.Origin.Basis;
import change.ResourceDrift;
import change.Verdict;
import drift.DriftLeases;
import engine.EngineEvent.Step;
import engine.FingerprintKey;
import engine.Look;
import engine.Urn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import preview.DriftPreview;

/**
 * An environment's cluster compared with what was last applied, whatever the tree declares by now.
 *
 * @param set the drift as a change set; exit code 1 if some of it is not leased, or it could not be looked for
 * @param urns of all resources that were looked at, by kind and name
 */
record ClusterLook(ChangeSet set, Map<String, String> urns) {
    ClusterLook {
        urns = Map.copyOf(urns);
    }

    static ClusterLook of(ClusterRun run, ReportOrigin origin, DriftLeases leases) {
        Look look = run.engine(event -> {}).look();
        var open = new ClusterPreview(run, origin).open();
        var found = DriftPreview.of(look, open, Optional.of(new Fingerprint(FingerprintKey.of(run.workspace()))));
        List<ResourceDrift> drift = found.drift().stream().map(leases::judged).toList();
        boolean failed = !look.changes().succeeded() || !found.notices().isEmpty();
        boolean uncovered = drift.stream().anyMatch(each -> !leases.cover(each));
        Verdict verdict = failed ? Verdict.FAILED : drift.isEmpty() ? Verdict.NO_CHANGES : Verdict.CHANGES;
        Exit exit = failed || uncovered ? Exit.FAILED : Exit.DONE;
        var set = new ChangeSet(
                origin.of(Basis.CLUSTER, run.workspace().target().name()),
                verdict,
                exit.code(),
                List.of(),
                drift,
                List.of(),
                List.of(),
                List.of(),
                found.notices(),
                leases.lines(),
                found.hidden(),
                found.unchanged());
        return new ClusterLook(set, urns(look));
    }

    private static Map<String, String> urns(Look look) {
        var urns = new TreeMap<String, String>();
        for (Step step : look.looked()) {
            if (Urn.isDeclared(step.type())) {
                urns.put(titleOf(step), step.urn());
            }
        }
        return urns;
    }

    private static String titleOf(Step step) {
        return new ResourceDrift("", step.type(), step.name(), false, List.of(), List.of(), ResourceDrift.Outcome.LEFT)
                .title();
    }

    /** What drifted in a resource, by kind and name. */
    Optional<ResourceDrift> drift(String title) {
        return set.drift().stream().filter(each -> each.title().equals(title)).findFirst();
    }
}
