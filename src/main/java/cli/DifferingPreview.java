package cli;

import engine.Changes;
import engine.EngineEvent.Policy;
import engine.EngineRun;
import engine.Excerpt;
import engine.HeldResource;
import engine.Interruption;
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
    private final ClusterRun run;
    private final Judge judge;

    DifferingPreview(ClusterRun run, Judge judge) {
        this.run = run;
        this.judge = judge;
    }

    /**
     * What would happen, and of what an {@code up} makes it happen.
     *
     * @param changes of all
     * @param part of the state and the program; everything else is as it is declared
     * @param written when the state was written that it was compared with
     */
    record Found(Changes changes, Part part, String written) {
        Found with(Changes others) {
            return new Found(others, part, written);
        }
    }

    /** Empty where the engine has to compare everything to say what would happen, or why nothing can. */
    Optional<Found> of(OpenExport state) {
        try {
            return state.resources().flatMap(held -> preview(state, held));
        } catch (RuntimeException unsaid) {
            if (Interruption.isEnding()) {
                throw unsaid;
            }
            // Whoever compares everything meets it as well, and has words for it.
            return Optional.empty();
        }
    }

    private Optional<Found> preview(OpenExport state, List<HeldResource> held) {
        Gathering gathering = gathering(held);
        var judged = judged(gathering);
        if (!gathering.errors().isEmpty() || Changes.nothing().with(judged).policyViolated()) {
            return Optional.empty();
        }
        var target = run.workspace().target();
        var namespaces = NewNamespaces.of(held, gathering.gathered(), () -> NewNamespaces.on(target));
        return Part.of(held, gathering.gathered(), resource -> NewNamespaces.hold(namespaces, resource))
                .flatMap(part -> compared(state, part)
                        .map(changes -> changes.withMade(part.made())
                                .withSame(gathering.gathered().size()
                                        - part.registrations().size()
                                        - part.unasked().size())
                                .with(judged))
                        .map(changes -> new Found(changes, part, state.written())));
    }

    private Optional<Changes> compared(OpenExport state, Part part) {
        if (part.isNothing()) {
            return Optional.of(Changes.nothing());
        }
        try (var excerpt = Excerpt.of(run.pulumi().withoutRefresh(), state, part.urns())) {
            var found =
                    new EngineRun(excerpt.pulumi(), Replaying.of(part.registrations()), event -> {}).previewUnjudged();
            boolean isAll = found.succeeded() && !part.mayDrag(found);
            return isAll || Interruption.isEnding() ? Optional.of(found) : Optional.empty();
        }
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
