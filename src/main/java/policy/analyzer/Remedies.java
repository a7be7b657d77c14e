package policy.analyzer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final TimeLimit time;

    Remedies(Pack pack, Run run, TimeLimit time) {
        this.pack = pack;
        this.run = run;
        this.time = time;
    }

    /** The resource is read only if a rule mends: the engine asks for each. */
    RemediateResponse of(Supplier<Resource> read, Masks masks) {
        var response = RemediateResponse.newBuilder();
        List<ResourceRule> mending = pack.rules().stream()
                .filter(rule -> settings(rule.about().id()).level() == Level.REMEDIATE)
                .filter(ResourceRule.class::isInstance)
                .map(ResourceRule.class::cast)
                .toList();
        if (mending.isEmpty()) {
            return response.build();
        }
        Resource resource = read.get();
        for (ResourceRule rule : mending) {
            Optional<Map<String, Object>> mended = mended(rule, resource);
            if (mended.isPresent()) {
                response.addRemediations(Remediation.newBuilder()
                        .setPolicyName(rule.about().id())
                        .setPolicyPackName(pack.name())
                        .setPolicyPackVersion(pack.version())
                        .setDescription(rule.about().what())
                        .setProperties(Wire.struct(mended.get(), masks)));
                resource = with(resource, mended.get());
            }
        }
        return response.build();
    }

    private Optional<Map<String, Object>> mended(ResourceRule rule, Resource resource) {
        String id = rule.about().id();
        return time.of(asked -> {
            asked.accept(id);
            return rule.mended(resource, new Given(run, settings(id)));
        });
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
