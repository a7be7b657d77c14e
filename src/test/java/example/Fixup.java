package example;

import java.util.Map;
import java.util.Optional;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Level;
import policy.Resource;
import policy.ResourceRule;

/** Sets what is stashed under one name to what was agreed. */
final class Fixup implements ResourceRule {
    @Override
    public About about() {
        return Packs.about("fixup", "yes is as agreed")
                .withLevel(Level.REMEDIATE)
                .withSettings("{\"value\": {\"type\": \"boolean\"}}");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        if (differs(resource, given)) {
            findings.add(resource, "has another input", "", "as agreed", about().mend());
        }
    }

    @Override
    public Optional<Map<String, Object>> mended(Resource resource, Given given) {
        return differs(resource, given)
                ? Optional.of(Map.of("input", given.settings().isTrue("value")))
                : Optional.empty();
    }

    private static boolean differs(Resource resource, Given given) {
        return resource.name().equals("yes")
                && resource.at("input").isTrue() != given.settings().isTrue("value");
    }
}
