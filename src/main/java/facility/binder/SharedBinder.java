package facility.binder;

import facility.ChartSource;
import facility.Image;
import facility.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The shared values of BinderHub, which hold in every environment unless its file says otherwise. */
public final class SharedBinder {
    private SharedBinder() {}

    public static BinderHub of() {
        return new BinderHub(
                "binderhub",
                "binder.example.org",
                ChartSource.folder("charts/binderhub"),
                // BinderHub has no releases: each commit of its main branch is an image of this form.
                Image.parse("quay.io/jupyterhub/k8s-binderhub:1.0.0-0.dev.git.3983.h383374de"),
                List.of(
                        new RepoProvider(
                                "gh",
                                RepoProvider.Kind.GITHUB,
                                "github.com",
                                List.of("^dune/.*", "^scikit-hep/.*"),
                                List.of("^dune/archive-.*"),
                                List.of("^scikit-hep/tutorials/.*")),
                        new RepoProvider(
                                "gl",
                                RepoProvider.Kind.GITLAB,
                                "gitlab.example.org",
                                List.of("^analysis/.*"),
                                List.of(),
                                List.of())),
                // The total leaves room above the fifty users that the hub is planned for.
                new Launches(10, 30, 80),
                new Registry("registry.example.org", "eaf/binder-"),
                builds());
    }

    private static Builds builds() {
        return new Builds(
                Builds.Way.ROOTLESS,
                "binder-builds",
                Quantity.parse("2"),
                Quantity.parse("8Gi"),
                Duration.ofHours(1),
                4,
                Optional.of(new Builds.OpenShiftBuild("Dockerfile")),
                Optional.of(new Builds.Rootless(
                        Image.parse("registry.example.org/eaf/repo2podman:2026.11"),
                        "binder-build",
                        Quantity.parse("20Gi"))),
                new Egress(
                        Egress.Kind.PROXY,
                        List.of(),
                        Optional.of(new Egress.Proxy("http://squid.example.org:3128", "192.0.2.7/32", List.of())),
                        List.of()));
    }
}
