package example;

import java.util.Set;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Level;
import policy.Resource;
import policy.ResourceRule;

/** A rule with settings that somebody has to make: which resources it is about, and what is to be stashed there. */
final class Named implements ResourceRule {
    @Override
    public About about() {
        return Packs.about("validator", "inputs are as the settings say")
                .withLevel(Level.ADVISORY)
                .withSettings(
                        """
                        {"value": {"type": "boolean"},
                         "names": {"type": "array", "items": {"type": "string"}, "minItems": 1}}""");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        var names = Set.copyOf(given.settings().texts("names"));
        new InputIs(about(), names, Packs::value).check(resource, given, findings);
    }
}
