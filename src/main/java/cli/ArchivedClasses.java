package cli;

import facility.Environment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import pulumirpc.LanguageRuntimeGrpc;
import stacks.CheckedFacility;
import stacks.Rehearsal;
import target.Identity;
import target.LiveGpus;
import target.RefusedException;
import target.ReleasedVolumes;
import target.Target;
import target.TargetKinds;
import toolchain.FolderTree;
import twin.RehearsedCluster;

/**
 * Loads the classes of a check and of a run, with program, policy pack and what a cluster is asked before, so that they can
 * be archived: toolchain/archive-classes. No cluster is asked, and no engine started; what only they would lead to is loaded
 * by its name.
 */
final class ArchivedClasses {
    private ArchivedClasses() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var root = Path.of(System.getProperty("facility.root", "."))
                .toAbsolutePath()
                .normalize();
        // A faulty declaration loads the same classes, as far as it goes.
        int exit = Main.commandLine(new Project(root)).execute("check", Environment.PROD.key());
        policies.Main.main(new String[] {"--rehearse"});
        Rehearsal.run(root);
        askCluster(root);
        load(Main.class, "");
        // What the engine calls a program by: the rehearsals above are called otherwise.
        load(LanguageRuntimeGrpc.class, "pulumirpc/Language");
        System.exit(exit);
    }

    /** The classes beside this one, in its jar, whose files' names begin so. */
    private static void load(Class<?> one, String beginning) throws IOException {
        var jar =
                new File(one.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (var files = new JarFile(jar)) {
            files.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(beginning) && name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .forEach(ArchivedClasses::load);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, ArchivedClasses.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError notForThisJvm) {
            // It is loaded when somebody needs it, or never.
        }
    }

    private static void askCluster(Path root) throws IOException {
        Path folder = Files.createTempDirectory("facility-archive");
        try (var cluster = RehearsedCluster.start(folder)) {
            cluster.ask();
            var target = new Target(
                    "twin/prod",
                    cluster.kubeconfig(),
                    Optional.empty(),
                    folder.resolve("identity"),
                    Optional.empty(),
                    Optional.empty());
            var objects = CheckedFacility.read(root, Environment.PROD, true).objects();
            Identity.verified(target);
            LiveGpus.of(target, List.of("gpu-0"));
            ReleasedVolumes.of(target, objects);
            try {
                TargetKinds.verify(target, objects);
            } catch (RefusedException servesNothing) {
                // As expected.
            }
        } finally {
            FolderTree.remove(folder);
        }
    }
}
