package policy.analyzer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import policy.Given;
import policy.Level;
import policy.Node;
import policy.Pack;
import policy.Resource;
import policy.ResourceRule;
import policy.RuleSettings;
import policy.Run;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.AnalyzerOuterClass.Remediation;

/** A resource's inputs, mended by each rule whose level is to remedy, one after the other. */
final class Remedies {
    private final Pack pack;
    private final Run run;
    private final List<ResourceRule> mending;

    Remedies(Pack pack, Run run) {
        this.pack = pack;
        this.run = run;
        this.mending = pack.rules().stream()
                .filter(rule -> settings(rule.about().id()).level() == Level.REMEDIATE)
                .filter(ResourceRule.class::isInstance)
                .map(ResourceRule.class::cast)
                .toList();
    }

    boolean none() {
        return mending.isEmpty();
    }

    /** @param asked hears the id of each rule before it is asked */
    RemediateResponse of(Resource given, Masks masks, Consumer<String> asked) {
        var response = RemediateResponse.newBuilder();
        Resource resource = given;
        for (ResourceRule rule : mending) {
            String id = rule.about().id();
            asked.accept(id);
            Optional<Map<String, Object>> mended = rule.mended(resource, new Given(run, settings(id)));
            if (mended.isPresent()) {
                response.addRemediations(Remediation.newBuilder()
                        .setPolicyName(id)
                        .setPolicyPackName(pack.name())
                        .setPolicyPackVersion(pack.version())
                        .setDescription(rule.about().what())
                        .setProperties(Wire.struct(mended.get(), masks)));
                resource = with(resource, mended.get());
            }
        }
        return response.build();
    }

    private RuleSettings settings(String id) {
        return pack.settings().get(id);
    }

    private static Resource with(Resource resource, Map<String, Object> properties) {
        return new Resource(
                resource.type(),
                resource.urn(),
                resource.name(),
                Node.of(properties),
                resource.isProtected(),
                resource.provider());
    }
}
