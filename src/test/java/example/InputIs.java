package example;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.ResourceRule;

/** What is stashed is what was agreed. */
final class InputIs implements ResourceRule {
    private final About about;
    private final Set<String> names;
    private final Function<Given, Optional<Boolean>> agreed;

    /** @param agreed empty where nothing was */
    InputIs(About about, Set<String> names, Function<Given, Optional<Boolean>> agreed) {
        this.about = about;
        this.names = Set.copyOf(names);
        this.agreed = agreed;
    }

    @Override
    public About about() {
        return about;
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        if (!resource.type().equals("pulumi:index:Stash") || !names.contains(resource.name())) {
            return;
        }
        String input = resource.at("input").textOr("");
        agreed.apply(given)
                .map(String::valueOf)
                .filter(value -> !value.equals(input))
                .ifPresent(value -> findings.add(resource, "has another input", input, value, about.mend()));
    }
}
