package cli;

import engine.Changes;
import engine.EngineEvent.Policy;
import engine.EngineRun;
import engine.Excerpt;
import engine.HeldResource;
import engine.OpenConfiguration;
import engine.OpenExport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import policy.Judge;
import policy.Judged.Judgement;
import policy.Resource;
import registration.Gathering;
import stacks.Program;
import target.Identity;

/**
 * The preview of a declaration on a cluster that is as the state holds it: the engine compares only what is declared otherwise
 * than the state holds it (ADR 38), and where that is nothing no engine is started (ADR 37). The rules are asked of all.
 */
final class DifferingPreview {
    private static final String SAME = "same";

    private final ClusterRun run;
    private final Judge judge;

    DifferingPreview(ClusterRun run, Judge judge) {
        this.run = run;
        this.judge = judge;
    }

    /** Empty where the engine has to compare everything to say what would happen, or why nothing can. */
    Optional<Changes> of(OpenExport state) {
        Optional<List<HeldResource>> held = state.resources();
        if (held.isEmpty() || held.get().isEmpty()) {
            return Optional.empty();
        }
        Gathering gathering;
        try {
            gathering = gathering(held.get());
        } catch (RuntimeException refused) {
            // The program says it to the engine in the words that it has for it.
            return Optional.empty();
        }
        if (!gathering.errors().isEmpty()) {
            return Optional.empty();
        }
        var differing = Part.of(held.get(), gathering.gathered());
        return differing
                .flatMap(part -> compared(part, gathering))
                .map(changes -> changes.with(judged(gathering)))
                .filter(changes -> !changes.policyViolated());
    }

    private Optional<Changes> compared(Part part, Gathering gathering) {
        int others = gathering.gathered().size() - part.registrations().size();
        if (part.isNothing()) {
            return Optional.of(none(others));
        }
        try (var excerpt = Excerpt.of(run.pulumi().withoutRefresh(), part.urns())) {
            var compared =
                    new EngineRun(excerpt.pulumi(), new Replaying(part.registrations()), event -> {}).previewUnjudged();
            return compared.succeeded() && !part.mayDrag(compared)
                    ? Optional.of(withOthers(compared, others))
                    : Optional.empty();
        }
    }

    private static Changes none(int same) {
        return new Changes(List.of(), List.of(), Map.of(SAME, same), List.of(), List.of(), Exit.DONE.code());
    }

    private static Changes withOthers(Changes compared, int same) {
        var operations = new TreeMap<>(compared.operations());
        operations.merge(SAME, same, Integer::sum);
        return new Changes(
                compared.steps(),
                compared.drifted(),
                operations,
                compared.errors(),
                compared.policies(),
                compared.exitCode());
    }

    private Gathering gathering(List<HeldResource> held) {
        var target = run.workspace().target();
        var ids = new HashMap<String, String>();
        held.forEach(resource -> ids.put(resource.urn(), resource.id()));
        Map<String, String> configuration = target.isTwin() ? Map.of() : OpenConfiguration.of(run.pulumi());
        return Program.gathered(run.checked(), target, configuration, Identity.verified(target), ids);
    }

    /** The rules are asked of each resource and of all, as the engine asks them. */
    private List<Policy> judged(Gathering gathering) {
        var urns = new TreeMap<String, String>();
        gathering.gathered().forEach((urn, resource) -> urns.put(resource.type() + " " + resource.name(), urn));
        var resources = DesiredResources.of(
                        run.checked(), run.workspace().target().name())
                .stream()
                .map(resource -> named(resource, urns.get(resource.type() + " " + resource.name())))
                .toList();
        var policies = new ArrayList<Policy>();
        resources.forEach(
                resource -> policies.addAll(of(judge.resource(resource).judgements(), resource.urn())));
        policies.addAll(of(judge.stack(resources).judgements(), ""));
        return policies;
    }

    private static List<Policy> of(List<Judgement> judgements, String urn) {
        return judgements.stream()
                .map(judgement -> Losses.policy(judgement, urn))
                .toList();
    }

    private static Resource named(Resource resource, String urn) {
        return new Resource(
                resource.type(),
                urn,
                resource.name(),
                resource.properties(),
                resource.isProtected(),
                resource.provider());
    }
}
