package toolchain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A program that the product starts. Its version is the one that its module's go.mod pins; a program on PATH fits when
 * it reports the same major and minor version.
 */
public enum Program {
    PULUMI(
            "pulumi",
            GoModule.ENGINE,
            "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
            "github.com/pulumi/pulumi/pkg/v3",
            List.of("version")),
    LANGUAGE_JAVA(
            "pulumi-language-java",
            GoModule.ENGINE,
            "github.com/pulumi/pulumi-java/pkg/cmd/pulumi-language-java",
            "github.com/pulumi/pulumi-java",
            List.of()),
    PROVIDER(
            "pulumi-resource-kubernetes",
            GoModule.PROVIDER,
            ".",
            "github.com/pulumi/pulumi-kubernetes/provider/v4",
            List.of()),
    ETCD("etcd", GoModule.CLUSTER, "go.etcd.io/etcd/server/v3", "go.etcd.io/etcd/server/v3", List.of("--version")),
    APISERVER(
            "kube-apiserver",
            GoModule.CLUSTER,
            "k8s.io/kubernetes/cmd/kube-apiserver",
            "k8s.io/kubernetes",
            List.of("--version")),
    CONTROLLER_MANAGER(
            "kube-controller-manager",
            GoModule.CLUSTER,
            "k8s.io/kubernetes/cmd/kube-controller-manager",
            "k8s.io/kubernetes",
            List.of("--version")),
    SCHEDULER(
            "kube-scheduler",
            GoModule.CLUSTER,
            "k8s.io/kubernetes/cmd/kube-scheduler",
            "k8s.io/kubernetes",
            List.of("--version")),
    KUBECTL(
            "kubectl",
            GoModule.CLUSTER,
            "k8s.io/kubernetes/cmd/kubectl",
            "k8s.io/kubernetes",
            List.of("version", "--client")),
    KWOK("kwok", GoModule.KWOK, "sigs.k8s.io/kwok/cmd/kwok", "sigs.k8s.io/kwok", List.of("--version"));

    /** What the pinned provider commit reports as its release; toolchain/run-mvn answers the engine with the same. */
    public static final String PROVIDER_VERSION = "4.25.0";

    private final String command;
    private final GoModule module;
    private final String goPackage;
    private final String modulePath;
    private final List<String> versionArguments;

    Program(String command, GoModule module, String goPackage, String modulePath, List<String> versionArguments) {
        this.command = command;
        this.module = module;
        this.goPackage = goPackage;
        this.modulePath = modulePath;
        this.versionArguments = versionArguments;
    }

    public String command() {
        return command;
    }

    public GoModule module() {
        return module;
    }

    String goPackage() {
        return goPackage;
    }

    /** Empty when the program cannot tell its version: then only a program that we built is taken. */
    Optional<List<String>> versionArguments() {
        return versionArguments.isEmpty() ? Optional.empty() : Optional.of(versionArguments);
    }

    /** The wanted version, without the leading v. */
    public String version(Path root) {
        if (this == PROVIDER) {
            return PROVIDER_VERSION;
        }
        return module.version(root, modulePath).substring(1);
    }

    /** Linker flags: strip debug tables, and set the versions that the programs report. */
    String linkerFlags(Path root) {
        String version = version(root);
        return "-s -w"
                + switch (module) {
                    case ENGINE -> " -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version="
                            + PULUMI.version(root);
                    case PROVIDER -> " -X main.version=" + version
                            + " -X github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/version.Version=" + version;
                    case CLUSTER -> " -X k8s.io/component-base/version.gitVersion=v" + APISERVER.version(root)
                            + " -X k8s.io/client-go/pkg/version.gitVersion=v" + APISERVER.version(root);
                    case KWOK -> " -X sigs.k8s.io/kwok/pkg/consts.Version=v" + version;
                    case CRDS -> "";
                };
    }
}
