package cli;

import engine.Changes;
import engine.HeldResource;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import registration.Registration;

/**
 * What of a state and of a program an engine has to see to compare what differs between them: that, and all that it names.
 *
 * @param urns of what differs and of what it names, and what that names
 * @param registrations of these, in the program's order
 */
record Part(Set<String> urns, Map<String, Registration> registrations) {
    private static final String PROVIDERS = "::pulumi:providers:";

    /** Empty where a provider differs, and with it everything that it makes. */
    static Optional<Part> of(List<HeldResource> held, Map<String, Registration> registered) {
        Set<String> differing = Differing.of(held, registered);
        if (differing.stream().anyMatch(urn -> urn.contains(PROVIDERS))) {
            return Optional.empty();
        }
        Map<String, HeldResource> before =
                held.stream().collect(Collectors.toMap(HeldResource::urn, resource -> resource, (one, other) -> one));
        Set<String> urns = closed(
                differing,
                urn -> Stream.concat(
                        Optional.ofNullable(before.get(urn)).stream()
                                .flatMap(old -> Registration.named(old.parent(), old.provider(), old.dependencies())),
                        Optional.ofNullable(registered.get(urn)).stream().flatMap(Registration::named)));
        var registrations = new LinkedHashMap<>(registered);
        registrations.keySet().retainAll(urns);
        return Optional.of(new Part(urns, registrations));
    }

    private static Set<String> closed(Set<String> begin, Function<String, Stream<String>> named) {
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

    /** Whether what an engine found of the part could change what is not in it: what is replaced draws others along. */
    boolean mayDrag(Changes found) {
        return found.steps().stream().anyMatch(step -> step.operation().contains("replace"));
    }
}
