package checklist;

import checklist.Item.Outcome;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kube.Declared;

/** Whether the release to come still serves each API that is declared. */
final class DeclaredApis implements Check {
    private final ApiLifecycle lifecycle = ApiLifecycle.ofKubernetes();

    @Override
    public String id() {
        return "declared-apis";
    }

    @Override
    public Item look(Subject subject) {
        var gone = new TreeSet<String>();
        var deprecated = new TreeSet<String>();
        for (var used : byApi(subject).entrySet()) {
            String[] api = used.getKey().split(" ", -1);
            lifecycle.of(api[0], api[1]).ifPresent(stages -> {
                String what = api[1] + " of " + api[0] + " (" + String.join(", ", used.getValue()) + ")";
                String instead = stages.replacement().map(use -> "; use " + use).orElse("");
                if (stages.removed()
                        .filter(release -> release.compareTo(subject.upgradeTo()) <= 0)
                        .isPresent()) {
                    gone.add(
                            what + ": no longer served from " + stages.removed().get() + instead);
                } else if (stages.deprecated().compareTo(subject.upgradeTo()) <= 0) {
                    deprecated.add(what + ": deprecated from " + stages.deprecated() + instead);
                }
            });
        }
        var findings = new ArrayList<>(gone);
        findings.addAll(deprecated);
        Outcome outcome = Outcome.PASSED;
        if (!findings.isEmpty()) {
            outcome = gone.isEmpty() ? Outcome.ATTENTION : Outcome.FAILED;
        }
        return new Item(
                id(), "every API that is declared is served by Kubernetes " + subject.upgradeTo(), outcome, findings);
    }

    private static Map<String, Set<String>> byApi(Subject subject) {
        var byApi = new TreeMap<String, Set<String>>();
        for (Declared declared : subject.objects()) {
            byApi.computeIfAbsent(declared.object().getApiVersion() + " " + declared.kind(), api -> new TreeSet<>())
                    .add(declared.name());
        }
        return byApi;
    }
}
