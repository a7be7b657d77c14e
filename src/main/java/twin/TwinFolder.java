package twin;

import java.nio.file.Path;

/** Where a twin keeps what it needs, below the project's ignored data folder: one folder an environment. */
public record TwinFolder(Path folder) {
    public static TwinFolder of(Path root, String environment) {
        return new TwinFolder(root.resolve(".facility").resolve(environment).resolve("twin"));
    }

    public Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    Path pki() {
        return folder.resolve("pki");
    }

    Path etcdData() {
        return folder.resolve("etcd");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path processes() {
        return folder.resolve("processes");
    }

    Path ports() {
        return folder.resolve("ports.properties");
    }

    /** The product as it was when the twin was started: a rebuilt jar must not change under a running process. */
    Path program() {
        return folder.resolve("program");
    }

    /** What the players play. */
    Path script() {
        return configuration().resolve("script.json");
    }

    /** What the played CheckMK server holds. */
    Path checkmk() {
        return folder.resolve("checkmk.json");
    }

    Path configuration() {
        return folder.resolve("configuration");
    }
}
