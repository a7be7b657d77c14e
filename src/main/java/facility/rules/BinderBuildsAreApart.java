package facility.rules;

import facility.Facility;
import facility.Named;
import facility.Namespace;
import facility.Nearest;
import facility.PodSecurity;
import facility.Problems;
import facility.binder.BinderHub;
import facility.binder.Builds;
import java.util.List;
import java.util.Set;

/** Builds, which run what strangers wrote, have a namespace of their own and exactly the exception that their way needs. */
final class BinderBuildsAreApart implements Rule {
    private static final String BUILDS = "binder.builds";

    /** OKD's own: to change one of them is to change every namespace. */
    private static final Set<String> TAKEN = Set.of(
            "anyuid",
            "hostaccess",
            "hostmount-anyuid",
            "hostnetwork",
            "hostnetwork-v2",
            "nested-container",
            "nonroot",
            "nonroot-v2",
            "privileged",
            "restricted",
            "restricted-v2",
            "restricted-v3");

    @Override
    public void check(Facility facility, Problems problems) {
        BinderHub binder = facility.binder();
        Builds builds = binder.builds();
        declared("binder.namespace", binder.namespace(), facility, problems);
        declared(BUILDS + ".namespace", builds.namespace(), facility, problems);
        apart(builds.namespace(), "BinderHub's own", binder.namespace(), problems);
        apart(builds.namespace(), "the hub's", facility.hub().namespace(), problems);
        way(builds, problems);
        builds.rootless().ifPresent(rootless -> constraints(rootless, problems));
        builds.openshiftBuild().ifPresent(build -> dockerfile(build.dockerfile(), problems));
        facility.namespace(builds.namespace()).ifPresent(namespace -> security(builds, namespace, problems));
    }

    private static void declared(String path, String name, Facility facility, Problems problems) {
        if (facility.namespace(name).isEmpty()) {
            List<String> names = facility.namespaces().stream().map(Named::name).toList();
            String hint = Nearest.hint(name, names);
            problems.add(
                    path,
                    "is no declared namespace",
                    "\"" + name + "\"",
                    "declared are " + String.join(", ", names),
                    hint.isEmpty() ? "add it under namespaces" : hint);
        }
    }

    private static void apart(String builds, String whose, String other, Problems problems) {
        if (builds.equals(other)) {
            problems.add(
                    BUILDS + ".namespace",
                    "is " + whose + " as well",
                    "\"" + builds + "\"",
                    "a namespace for builds alone, because they run what others wrote",
                    "declare one more namespace and name it here");
        }
    }

    private static void way(Builds builds, Problems problems) {
        boolean declared =
                switch (builds.use()) {
                    case OPENSHIFT_BUILD -> builds.openshiftBuild().isPresent();
                    case ROOTLESS -> builds.rootless().isPresent();
                };
        if (!declared) {
            problems.add(
                    BUILDS + ".use",
                    "names a way that is not declared",
                    "\"" + builds.use().key() + "\"",
                    "a way with its settings beside it",
                    "add " + BUILDS + "." + builds.use().key());
        }
    }

    private static void constraints(Builds.Rootless rootless, Problems problems) {
        String name = rootless.securityContextConstraints();
        String path = BUILDS + ".rootless.securityContextConstraints";
        if (!DnsName.isLabel(name)) {
            problems.add(path, "is no name", "\"" + name + "\"", "a-z, 0-9 and \"-\"", "rename it");
        } else if (TAKEN.contains(name)) {
            problems.add(path, "is one of OKD's own", "\"" + name + "\"", "a name for this one alone", "rename it");
        }
    }

    private static void dockerfile(String file, Problems problems) {
        if (file.isBlank() || file.startsWith("/") || List.of(file.split("/")).contains("..")) {
            problems.add(
                    BUILDS + ".openshiftBuild.dockerfile",
                    "is no path in a repository",
                    "\"" + file + "\"",
                    "a relative path such as binder/Dockerfile",
                    "correct it");
        }
    }

    /** The build system's own pods are privileged; podman's need ids of their own and nothing else. */
    private static void security(Builds builds, Namespace namespace, Problems problems) {
        PodSecurity needed =
                switch (builds.use()) {
                    case OPENSHIFT_BUILD -> PodSecurity.PRIVILEGED;
                    case ROOTLESS -> PodSecurity.BASELINE;
                };
        if (namespace.podSecurity() != needed) {
            problems.add(
                    Paths.of(namespace) + ".podSecurity",
                    "does not fit the builds that run there",
                    "\"" + namespace.podSecurity().key() + "\"",
                    needed.key() + " for " + BUILDS + ".use " + builds.use().key(),
                    "write " + needed.key());
        }
    }
}
