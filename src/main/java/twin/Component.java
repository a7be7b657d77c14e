package twin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import toolchain.Program;
import twin.Ports.Use;

/** A process of the control plane, in the order of starting; stopping goes the other way. */
enum Component {
    ETCD(Program.ETCD),
    APISERVER(Program.APISERVER),
    CONTROLLER_MANAGER(Program.CONTROLLER_MANAGER),
    SCHEDULER(Program.SCHEDULER),
    KWOK(Program.KWOK),
    /** Our own: plays the router, the GPU operator, the provisioners, the quotas and the giver of user id ranges. */
    PLAYERS(null);

    private final Program program;

    Component(Program program) {
        this.program = program;
    }

    /** Empty for the players, which are this very product. */
    Optional<Program> program() {
        return Optional.ofNullable(program);
    }

    String title() {
        return program == null ? "players" : program.command();
    }

    /** In the order of stopping. */
    static List<Component> backwards() {
        var components = new ArrayList<>(List.of(values()));
        Collections.reverse(components);
        return List.copyOf(components);
    }

    /** The ports that it listens on. */
    List<Use> uses() {
        return switch (this) {
            case ETCD -> List.of(Use.ETCD_CLIENT, Use.ETCD_PEER);
            case APISERVER -> List.of(Use.APISERVER);
            case CONTROLLER_MANAGER -> List.of(Use.CONTROLLER_MANAGER);
            case SCHEDULER -> List.of(Use.SCHEDULER);
            case KWOK -> List.of(Use.KWOK);
            case PLAYERS -> List.of(Use.CHECKMK, Use.QUOTA_WEBHOOK);
        };
    }

    Path log(TwinFolder folder) {
        return folder.logs().resolve(title() + ".log");
    }

    /** The kubeconfig's user, for a component that speaks to the API server. */
    Optional<String> user() {
        return switch (this) {
            case ETCD, APISERVER -> Optional.empty();
            case CONTROLLER_MANAGER -> Optional.of("controller-manager");
            case SCHEDULER -> Optional.of("scheduler");
            case KWOK -> Optional.of("kwok");
            case PLAYERS -> Optional.of("player");
        };
    }

    List<String> arguments(TwinFolder folder, Ports ports, Pki pki) {
        return switch (this) {
            case ETCD -> etcd(folder, ports, pki);
            case APISERVER -> apiserver(ports, pki);
            case CONTROLLER_MANAGER -> List.of(
                    "--kubeconfig=" + kubeconfig(folder),
                    "--bind-address=127.0.0.1",
                    "--secure-port=" + ports.of(Use.CONTROLLER_MANAGER),
                    "--leader-elect=false",
                    "--use-service-account-credentials=true",
                    // Instead of 5 min: a quota on a kind that was made just before it refuses all of them till then.
                    "--resource-quota-sync-period=15s",
                    // Instead of 15 s: that long a claim waits whose volume came a moment after it.
                    "--pvclaimbinder-sync-period=2s",
                    "--service-account-private-key-file=" + pki.key("service-account"),
                    "--root-ca-file=" + pki.authorityCertificate());
            case SCHEDULER -> List.of(
                    "--kubeconfig=" + kubeconfig(folder),
                    "--bind-address=127.0.0.1",
                    "--secure-port=" + ports.of(Use.SCHEDULER),
                    "--leader-elect=false");
            case KWOK -> List.of(
                    "--kubeconfig=" + kubeconfig(folder),
                    "--config=" + folder.configuration().resolve("kwok.yaml"),
                    "--manage-all-nodes=true",
                    // Without leases it reports a node's health every five minutes, and after 50 s without a report
                    // the controller manager takes the node for lost and its pods for not ready.
                    "--node-lease-duration-seconds=40",
                    "--server-address=127.0.0.1:" + ports.of(Use.KWOK));
            case PLAYERS -> List.of(
                    // A quiet watcher: the smallest JVM that does.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx192m",
                    // The JDK's server waits 40 ms for a caller's acknowledgement between head and body otherwise.
                    "-Dsun.net.httpserver.nodelay=true",
                    "-cp",
                    folder.program().resolve("facility.jar").toString(),
                    "twin.play.Main",
                    kubeconfig(folder).toString(),
                    folder.script().toString(),
                    String.valueOf(ports.of(Use.CHECKMK)),
                    pki.certificate("apiserver").toString(),
                    pki.key("apiserver").toString(),
                    folder.checkmk().toString(),
                    String.valueOf(ports.of(Use.QUOTA_WEBHOOK)),
                    pki.authorityCertificate().toString());
        };
    }

    Path kubeconfig(TwinFolder folder) {
        return folder.configuration().resolve(title() + ".kubeconfig");
    }

    private static List<String> etcd(TwinFolder folder, Ports ports, Pki pki) {
        String client = "https://127.0.0.1:" + ports.of(Use.ETCD_CLIENT);
        String peer = "https://127.0.0.1:" + ports.of(Use.ETCD_PEER);
        return List.of(
                "--name=twin",
                "--data-dir=" + folder.etcdData(),
                "--listen-client-urls=" + client,
                "--advertise-client-urls=" + client,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=twin=" + peer,
                "--cert-file=" + pki.certificate("etcd"),
                "--key-file=" + pki.key("etcd"),
                "--client-cert-auth=true",
                "--trusted-ca-file=" + pki.authorityCertificate(),
                "--peer-cert-file=" + pki.certificate("etcd"),
                "--peer-key-file=" + pki.key("etcd"),
                "--peer-client-cert-auth=true",
                "--peer-trusted-ca-file=" + pki.authorityCertificate(),
                // A rehearsal may lose its last second in a power cut, and gains much speed for it.
                "--unsafe-no-fsync=true",
                "--log-level=warn");
    }

    private static List<String> apiserver(Ports ports, Pki pki) {
        return List.of(
                "--bind-address=127.0.0.1",
                "--secure-port=" + ports.of(Use.APISERVER),
                // The endpoints of the service "kubernetes" may not be loopback addresses, and no pod here has a
                // network.
                "--endpoint-reconciler-type=none",
                "--etcd-servers=https://127.0.0.1:" + ports.of(Use.ETCD_CLIENT),
                "--etcd-cafile=" + pki.authorityCertificate(),
                "--etcd-certfile=" + pki.certificate("etcd-client"),
                "--etcd-keyfile=" + pki.key("etcd-client"),
                "--client-ca-file=" + pki.authorityCertificate(),
                "--tls-cert-file=" + pki.certificate("apiserver"),
                "--tls-private-key-file=" + pki.key("apiserver"),
                "--anonymous-auth=false",
                "--authorization-mode=Node,RBAC",
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + pki.key("service-account"),
                "--service-account-signing-key-file=" + pki.key("service-account"),
                "--service-cluster-ip-range=10.96.0.0/16",
                // The plug-ins beyond the default set that OKD's own API server runs with as well.
                // Which pods may be privileged is for the SCCs to say, as on OKD.
                "--allow-privileged=true",
                "--enable-admission-plugins=OwnerReferencesPermissionEnforcement");
    }
}
