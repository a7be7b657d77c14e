package cli;

import change.ChangeSet;
import change.Danger;
import change.Fingerprint;
import change.Notice;
import change.Origin.Basis;
import change.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import engine.Changes;
import engine.EngineEvent.Step;
import engine.FingerprintKey;
import engine.OpenConfiguration;
import engine.OpenState;
import engine.Urn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import preview.CapacityChanges;
import preview.EnginePreview;
import preview.OpenInputs;
import stacks.Gates;
import stacks.SecretInputs;
import stacks.gpu.LayoutChanges;
import stacks.gpu.SliceChange;
import target.ReleasedVolumes;

/** The change set of an engine's preview, with what the cluster alone knows of nodes and volumes. */
final class ClusterPreview {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClusterRun run;
    private final ReportOrigin origin;

    ClusterPreview(ClusterRun run, ReportOrigin origin) {
        this.run = run;
        this.origin = origin;
    }

    ChangeSet of(Changes ended, ReleasedVolumes released) {
        var state = run.state();
        Set<String> declared = declaredKeys();
        var found = ended.completed(state.removals(), step -> isDeclared(step, declared));
        var preview =
                EnginePreview.of(found, open(state), Optional.of(new Fingerprint(FingerprintKey.of(run.workspace()))));
        var layouts = run.layoutChanges();
        var remarks = Stream.of(cutOff(state), Leftovers.lines(run), released.lines(), layouts.lines())
                .flatMap(List::stream)
                .toList();
        Exit exit = RunVerdict.of(found);
        var dangers = new ArrayList<>(preview.dangers());
        dangers.addAll(slices(layouts));
        dangers.sort(Comparator.comparing(Danger::rank));
        return new ChangeSet(
                origin.of(Basis.CLUSTER, run.workspace().target().name()),
                verdict(exit, found, preview, remarks),
                exit.code(),
                preview.changes(),
                preview.drift(),
                dangers,
                preview.policies(),
                CapacityChanges.of(run.checked().facility(), preview.changes()),
                notices(found, preview),
                Stream.concat(remarks.stream(), run.checked().leases().lines().stream())
                        .toList(),
                preview.hidden(),
                preview.unchanged());
    }

    private static Verdict verdict(Exit exit, Changes found, EnginePreview preview, List<String> remarks) {
        return switch (exit) {
            case USAGE -> Verdict.FAULTY;
            case REFUSED -> Verdict.REFUSED;
            case POLICY -> Verdict.POLICY;
            case FAILED -> Verdict.FAILED;
            case DONE -> preview.changes().isEmpty() && preview.drift().isEmpty() && remarks.isEmpty() && found.none()
                    ? Verdict.NO_CHANGES
                    : Verdict.CHANGES;
        };
    }

    /** Protection's own refusal is said by the steps; the engine's words for it would only repeat them. */
    private static List<Notice> notices(Changes found, EnginePreview preview) {
        return found.refused().isEmpty()
                ? preview.notices()
                : preview.notices().stream()
                        .filter(notice -> !notice.message().contains("protect"))
                        .toList();
    }

    private static List<String> cutOff(OpenState state) {
        return state.unfinished().isEmpty()
                ? List.of()
                : List.of("the last run was cut off while it was " + String.join(", ", state.unfinished())
                        + "; what it came to is shown as it is on the cluster, and up completes it");
    }

    /** What flavours lose, which no single object says. */
    private static List<Danger> slices(LayoutChanges layouts) {
        return layouts.slices().stream()
                .filter(slice -> slice.after() < slice.before())
                .map(ClusterPreview::lost)
                .toList();
    }

    private static Danger lost(SliceChange slice) {
        return new Danger(
                Danger.Rank.LIMIT,
                "slices-lost",
                "GPU " + slice.resource(),
                slice.before() + " -> " + slice.after() + ", " + (slice.before() - slice.after()) + " fewer",
                slice.flavours().isEmpty()
                        ? "no offered environment asks for it"
                        : "fewer servers at a time of " + String.join(", ", slice.flavours()));
    }

    private static boolean isDeclared(Step step, Set<String> declared) {
        return !Urn.isDeclared(step.type()) || declared.contains(OpenInputs.key(step.type(), step.name()));
    }

    private Set<String> declaredKeys() {
        var keys = run.checked().stacks().stream()
                .flatMap(stack -> Stream.concat(
                        stack.objects().stream().map(object -> OpenInputs.key(object.type(), object.name())),
                        stack.resources().stream().map(other -> OpenInputs.key(other.type(), other.name()))))
                .collect(Collectors.toSet());
        Gates.of(run.checked())
                .ifPresent(gates -> gates.all().forEach(gate -> keys.add(OpenInputs.key(gate.type(), gate.name()))));
        return keys;
    }

    /** The secrets that nothing may show, and what was declared of them. */
    OpenInputs open() {
        return open(run.state());
    }

    private OpenInputs open(OpenState state) {
        Map<String, String> configuration =
                run.workspace().target().isTwin() ? Map.of() : OpenConfiguration.of(run.pulumi());
        var declared = SecretInputs.of(run.checked(), run.workspace().target(), configuration);
        var inputs = new TreeMap<String, JsonNode>();
        declared.byResource().forEach((key, value) -> inputs.put(key, JSON.valueToTree(value)));
        var values = new ArrayList<>(state.secrets());
        values.addAll(declared.values());
        return new OpenInputs(state.inputs(), inputs, values);
    }
}
