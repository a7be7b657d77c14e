package policy.analyzer;

import java.util.List;
import java.util.Optional;
import policy.Node;
import policy.Resource;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;

/** The resources that the engine asks about, as rules see them. */
final class Requests {
    private Requests() {}

    static Resource resource(AnalyzeRequest request, Masks masks) {
        return new Resource(
                request.getType(),
                request.getUrn(),
                request.getName(),
                new Wire(masks).node(request.getProperties()),
                request.getOptions().getProtect(),
                provider(request.hasProvider() ? request.getProvider() : null, masks));
    }

    static List<Resource> resources(AnalyzeStackRequest request, Masks masks) {
        return request.getResourcesList().stream()
                .map(each -> new Resource(
                        each.getType(),
                        each.getUrn(),
                        each.getName(),
                        new Wire(masks).node(each.getProperties()),
                        each.getOptions().getProtect(),
                        provider(each.hasProvider() ? each.getProvider() : null, masks)))
                .toList();
    }

    private static Optional<Node> provider(AnalyzerProviderResource provider, Masks masks) {
        return Optional.ofNullable(provider).map(given -> new Wire(masks).node(given.getProperties()));
    }
}
