package cli;

import engine.Changes;
import engine.EngineEvent.Policy;
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
 * The preview of a declaration that the state holds already, of a cluster that is as the state holds it: that nothing would
 * change is known without starting an engine and three plug-ins to compare each resource with itself (ADR 37).
 */
final class WithoutEngine {
    private final ClusterRun run;
    private final Judge judge;

    WithoutEngine(ClusterRun run, Judge judge) {
        this.run = run;
        this.judge = judge;
    }

    /** Empty where anything would change, or where that cannot be told: then the engine has to say what. */
    Optional<Changes> preview(OpenExport state) {
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
        if (!gathering.errors().isEmpty() || !Unchanged.is(held.get(), gathering.gathered())) {
            return Optional.empty();
        }
        return Optional.of(new Changes(
                List.of(),
                List.of(),
                Map.of("same", held.get().size()),
                List.of(),
                judged(gathering),
                Exit.DONE.code()));
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
