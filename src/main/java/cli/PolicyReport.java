package cli;

import facility.Environment;
import java.util.List;
import policies.FacilityPack;
import policy.About;
import policy.Judged.Judgement;

/** What the rules said of one environment. */
record PolicyReport(Environment environment, List<Judgement> judged) {
    PolicyReport {
        judged = List.copyOf(judged);
    }

    List<About> rules() {
        return FacilityPack.abouts();
    }

    List<Judgement> violations() {
        return judged.stream().filter(judgement -> judgement.level().stops()).toList();
    }

    List<Judgement> of(About rule) {
        return judged.stream()
                .filter(judgement -> judgement.rule().id().equals(rule.id()))
                .toList();
    }
}
