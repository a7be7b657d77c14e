package stacks.binder;

import facility.binder.BinderHub;
import facility.binder.RepoProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What BinderHub has no value for, as Python that both charts take under {@code extraConfig}. */
final class BinderPrograms {
    private BinderPrograms() {}

    static Map<String, Object> of(BinderHub binder) {
        String build =
                switch (binder.builds().use()) {
                    case OPENSHIFT_BUILD -> "openshift_build.py";
                    case ROOTLESS -> "rootless.py";
                };
        return new TreeMap<>(Map.of("build", program(build), "providers", providers(binder.providers())));
    }

    /** The program of the hub that starts what BinderHub built. */
    static String onTheHub(BinderHub binder) {
        return program("hub.py")
                .replace("@IMAGE_PREFIX@", binder.registry().prefix())
                .replace("@PULL_SECRET@", BinderHubStack.PULL_SECRET);
    }

    /** Only the declared ones: upstream's default has a dozen, with every repository of each. */
    private static String providers(List<RepoProvider> providers) {
        String classes = providers.stream()
                .map(provider -> provider.kind().upstreamClass())
                .sorted()
                .collect(Collectors.joining(", "));
        String byName = providers.stream()
                .map(provider ->
                        "    \"" + provider.name() + "\": " + provider.kind().upstreamClass() + ",\n")
                .collect(Collectors.joining());
        return "from binderhub.repoproviders import " + classes + "\n\nc.BinderHub.repo_providers = {\n" + byName
                + "}\n";
    }

    private static String program(String file) {
        try (var text = BinderPrograms.class.getResourceAsStream(file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
