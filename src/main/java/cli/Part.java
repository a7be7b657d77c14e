package cli;

import com.fasterxml.jackson.databind.node.MissingNode;
import engine.Changes;
import engine.EngineEvent.Side;
import engine.EngineEvent.Step;
import engine.HeldResource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import registration.Registration;
import registration.Removal;

/**
 * What of a state and of a program an engine has to see to compare what differs between them: that, and all that it names.
 *
 * @param differing URNs of what differs
 * @param urns of that and of what it names, and what that names
 * @param registrations of these, in the program's order
 * @param unasked what differs and is left out all the same, by URN: new, and nothing that an engine could ask would know of it
 * @param applied what an up registers
 */
record Part(
        Set<String> differing,
        Set<String> urns,
        Map<String, Registration> registrations,
        Map<String, Registration> unasked,
        Applied applied) {
    private static final String PROVIDERS = "::pulumi:providers:";

    /**
     * What an up gives to an engine.
     *
     * @param targets URNs of what it may touch: what differs. None where most of all differs: an engine compares each target with
     *     everything (1.2 s for 526 targets in 1,022 resources), and looks at the few others more quickly
     * @param registrations with targets, of these, of what leans on them, and of what these name: an engine leaves alone what is
     *     neither target nor registered, but says of what leans on a target that it would be destroyed. Without targets of
     *     everything, for what is not registered is deleted
     */
    record Applied(Set<String> targets, Map<String, Registration> registrations) {}

    /**
     * Empty where a provider differs from what it was, and with it everything that it makes.
     *
     * @param unanswered whether there would be no answer about a resource if it is new
     */
    static Optional<Part> of(
            List<HeldResource> held, Map<String, Registration> registered, Predicate<Registration> unanswered) {
        Set<String> differing = Differing.of(held, registered);
        Map<String, HeldResource> before =
                held.stream().collect(Collectors.toMap(HeldResource::urn, resource -> resource, (one, other) -> one));
        if (differing.stream().anyMatch(urn -> urn.contains(PROVIDERS) && before.containsKey(urn))) {
            return Optional.empty();
        }
        var unasked = new LinkedHashMap<>(registered);
        unasked.keySet().removeIf(urn -> before.containsKey(urn) || !unanswered.test(registered.get(urn)));
        Function<String, Stream<String>> named = urn -> Stream.concat(
                Optional.ofNullable(before.get(urn)).stream()
                        .flatMap(old -> Registration.named(old.parent(), old.provider(), old.dependencies())),
                Optional.ofNullable(registered.get(urn)).stream().flatMap(Registration::named));
        Set<String> urns = closed(
                differing.stream().filter(urn -> !unasked.containsKey(urn)).toList(), named);
        // What another one names is shown with it.
        unasked.keySet().removeAll(urns);
        var applied = differing.size() * 2 > registered.size()
                ? new Applied(Set.of(), registered)
                : new Applied(
                        differing, only(registered, closed(closed(differing, leaning(before.keySet(), named)), named)));
        return Optional.of(new Part(differing, urns, only(registered, urns), unasked, applied));
    }

    /** What names a resource, of all these. */
    private static Function<String, Stream<String>> leaning(Set<String> all, Function<String, Stream<String>> named) {
        var leaning = new HashMap<String, List<String>>();
        all.forEach(urn -> named.apply(urn).forEach(other -> leaning.computeIfAbsent(other, any -> new ArrayList<>())
                .add(urn)));
        return urn -> leaning.getOrDefault(urn, List.of()).stream();
    }

    private static Map<String, Registration> only(Map<String, Registration> registered, Set<String> urns) {
        var only = new LinkedHashMap<>(registered);
        only.keySet().retainAll(urns);
        return only;
    }

    private static Set<String> closed(Collection<String> begin, Function<String, Stream<String>> named) {
        var all = new HashSet<String>();
        var open = new ArrayDeque<>(begin);
        while (!open.isEmpty()) {
            String urn = open.pop();
            if (all.add(urn)) {
                named.apply(urn).forEach(open::add);
            }
        }
        return all;
    }

    boolean isNothing() {
        return urns.isEmpty();
    }

    /** Whether it makes a provider, whose id is not known before, and which what it makes is registered with. */
    boolean makesProvider() {
        return differing.stream().anyMatch(urn -> urn.contains(PROVIDERS));
    }

    /** The steps that would make what was not asked of. */
    List<Step> made() {
        return unasked.entrySet().stream()
                .map(each -> made(each.getKey(), each.getValue()))
                .toList();
    }

    private static Step made(String urn, Registration wanted) {
        var inputs = InputsJson.of(wanted.inputs());
        var after = new Side(inputs, MissingNode.getInstance(), wanted.removal() == Removal.PROTECTED);
        return new Step("create", urn, wanted.type(), List.of(), List.of(), Optional.empty(), Optional.of(after));
    }

    /** Whether what an engine found of the part could change what is not in it: what is replaced draws others along. */
    boolean mayDrag(Changes found) {
        return found.steps().stream().anyMatch(step -> step.operation().contains("replace"));
    }
}
