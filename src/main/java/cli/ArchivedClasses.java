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
        loadAll();
        System.exit(exit);
    }

    /** Every class of this one's jar; of a folder of classes nothing is archived. */
    private static void loadAll() throws IOException {
        var jar = new File(ArchivedClasses.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        if (!jar.isFile()) {
            return;
        }
        try (var files = new JarFile(jar)) {
            files.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
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
