package config;

import static java.util.Objects.requireNonNull;

import facility.Environment;
import facility.Location;
import facility.Problem;
import facility.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The real cluster of an environment, {@code facility:target} of its file. It is used only where a command says so.
 *
 * @param cluster a name for it, as messages and the state's identity have it
 * @param context the kubeconfig's context that leads to it, with the identity to use
 * @param uid the UID of its namespace {@code kube-system}: which cluster it has to be, wherever the context leads
 */
public record NamedCluster(String cluster, String context, String uid) {
    static final String KEY = "target";

    /** It is a folder's name and a part of an identity, too. */
    private static final String NAME = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?";

    public NamedCluster {
        requireNonNull(cluster, "cluster is null");
        requireNonNull(context, "context is null");
        requireNonNull(uid, "uid is null");
    }

    /**
     * The cluster that an environment's file names.
     *
     * @throws FaultyDeclarationException when it names none, or not wholly
     */
    public static NamedCluster read(Path projectFolder, Environment environment) {
        String file = FacilityReader.fileOf(environment);
        var problems = new Problems();
        var root = YamlFile.read(file, bytes(projectFolder.resolve(file)), problems);
        var stackFile = new StackFile(file, problems);
        root.ifPresent(stackFile::facilityKeys);
        Optional<NamedCluster> named = bind(stackFile, file, problems);
        if (named.isEmpty() && problems.isEmpty()) {
            problems.add(
                    Problem.of(
                            KEY,
                            "is missing: no cluster is named",
                            "",
                            "cluster, context and uid of the cluster that " + environment.key() + " is",
                            "add facility:target to " + file
                                    + "; the uid is printed by: kubectl get namespace kube-system -o jsonpath={.metadata.uid}"));
        }
        return named.orElseThrow(() -> new FaultyDeclarationException(file, problems.sorted()));
    }

    /** What the file says of it, with its faults among the others; empty if it says nothing. */
    static Optional<NamedCluster> bind(StackFile stackFile, String file, Problems problems) {
        var written = new Written(file);
        return stackFile.target().flatMap(node -> {
            written.set(KEY, node.line());
            // Nothing of it is shared: what is missing, is missing here.
            written.added(KEY);
            return new Binder(written, problems)
                    .bind(NamedCluster.class, Optional.empty(), node, KEY)
                    .map(NamedCluster.class::cast)
                    .filter(cluster -> isNoTwin(cluster, problems, new Location(file, node.line())));
        });
    }

    /** A real cluster that is called {@code twin/...} would be let do what a twin may: sign in without proof. */
    private static boolean isNoTwin(NamedCluster named, Problems problems, Location place) {
        if (named.cluster().matches(NAME)) {
            return true;
        }
        problems.add(Problem.of(
                        KEY + ".cluster",
                        "is no name of a cluster",
                        "\"" + named.cluster() + "\"",
                        "lower-case letters, digits, dots and hyphens",
                        "give the cluster another name")
                .at(place));
        return false;
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
