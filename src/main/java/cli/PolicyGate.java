package cli;

import java.time.Clock;
import java.util.List;
import policies.FacilityPack;
import policy.Judge;
import policy.Judged.Judgement;
import policy.Pack;
import policy.Run;
import stacks.CheckedFacility;

/** The facility's rules asked without the engine, on what the pure step declares. */
final class PolicyGate {
    private final Project project;
    private final On on;

    PolicyGate(Project project, On on) {
        this.project = project;
        this.on = on;
    }

    /** That the limits can be read: the engine would only say that its pack did not start. */
    void requireReadable(CheckedFacility checked) {
        var unused = pack(checked);
    }

    /** @throws PolicyViolatedException with every violation: the engine's rules on sums come late in a run */
    void requireKept(CheckedFacility checked) {
        var violations = judged(checked).stream()
                .filter(judgement -> judgement.level().stops())
                .toList();
        if (!violations.isEmpty()) {
            throw new PolicyViolatedException(environment(checked), violations);
        }
    }

    List<Judgement> judged(CheckedFacility checked) {
        String target = on == On.TWIN ? on.nameFor(checked.facility().environment()) : "cluster";
        return judge(checked).everything(DesiredResources.of(checked, target));
    }

    Judge judge(CheckedFacility checked) {
        return new Judge(pack(checked), Run.without("facility", environment(checked)), rule -> {});
    }

    private Pack pack(CheckedFacility checked) {
        return new FacilityPack(project.root(), Clock.systemUTC()).of(checked.facility());
    }

    private static String environment(CheckedFacility checked) {
        return checked.facility().environment().key();
    }
}
