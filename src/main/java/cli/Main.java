package cli;

import java.nio.file.Path;
import toolchain.Cache;
import toolchain.Progress;
import toolchain.Toolchain;
import twin.Twin;
import twin.TwinFolder;

/** Entry point of the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Path root = Path.of(System.getProperty("facility.root"));
        var toolchain = new Toolchain(root, Cache.ofUser(), new Progress(System.err));
        var twin = new Twin(args[1], TwinFolder.of(root, args[1]), toolchain);
        switch (args[0]) {
            case "start" -> twin.start();
            case "stop" -> twin.stop();
            case "delete" -> twin.delete();
            case "up" -> {
                twin.start();
                var folder = TwinFolder.of(root, args[1]).folder();
                var target = new target.Target("twin/" + args[1], twin.kubeconfig(), java.util.Optional.empty(),
                        folder.resolve("identity"));
                var workspace = new engine.Workspace(root, args[1], folder, target);
                workspace.prepare();
                var pulumi = new engine.PulumiCommand(workspace, toolchain);
                pulumi.selectOrInit();
                int code = pulumi.stream(event -> System.out.println(event), System.out::println, "up", "--yes", "--skip-preview");
                System.out.println("exit " + code);
            }
            default -> { }
        }
        twin.status().forEach(System.out::println);
    }
}
