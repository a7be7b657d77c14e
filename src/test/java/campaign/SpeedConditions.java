package campaign;

import java.io.IOException;
import java.util.List;

/** What was done, and what not: above the figures. */
final class SpeedConditions {
    private SpeedConditions() {}

    static List<String> lines(String command, int repetitions, String load) throws IOException {
        return List.of(
                "# How long previews and ups take, beside others of the same objects",
                "",
                "Written by `" + command.strip() + "`, which prints the seconds of each command as it goes.",
                "",
                "![the same as a picture](../images/speed.svg)",
                "",
                "- measured on " + Speed.today() + ": " + Machine.described() + "; load average " + load
                        + ": where it is above the number of cores, the machine had other work",
                "- versions: engine 3.256.0, provider 4.25.0, API server and kubectl 1.35.4, `@pulumi/pulumi` 3.256.0 with"
                        + " `@pulumi/kubernetes` 4.25.0 on " + node()
                        + ", Go SDK 3.256.0 with `pulumi-kubernetes/sdk/v4`"
                        + " 4.24.0",
                "- median (least to most) of " + repetitions
                        + " repetitions, in turns; of ups one, and where something changes two figures, for the way"
                        + " back is as many changes. Of more than 2,000 objects the SDKs, the floors, and ups of changes are left out",
                "- processor seconds are of the command and all that it started, not of the API server; memory is what was"
                        + " resident of all its processes together, at most, in samples 50 ms apart",
                "- a facility grows by experiments: a total, a group, a collaboration with a flavour, and four namespaces of"
                        + " different sizes with quota, limits, roles, network policies and alerts. The smallest that the"
                        + " files can declare is " + Speed.smallest()
                        + " objects: a size below that is that one. CheckMK's"
                        + " hosts and rules are left out, for they are no Kubernetes objects",
                "- \"all changed that can be\": owners, quotas, limits, totals, runbooks and the interval of scrapes. No"
                        + " declared value touches a network policy or a default account",
                "- all contestants change the same objects on the same twin as the same field manager, `facility`; each SDK"
                        + " has a state of its own, made by adopting what is there, and each leaves the cluster as it was",
                "- kubectl is not given the four patches of nodes and of the GPU operator's ClusterPolicy: it refuses an object"
                        + " that is not whole",
                "- `./facility preview` looks for what moved on the cluster (docs/adr/0035), asks the rules and masks secrets, `./facility up --yes` previews"
                        + " first; the SDKs do neither, and declare only",
                "- the SDKs' programs read the manifests and register one resource each, with the SDK's type where it has one"
                        + " and with its CustomResource otherwise, with the same dependencies and protection as ours;"
                        + " TypeScript's is written as JavaScript, so that no compiler is in its figures",
                "- `./facility` and the SDKs wait until what runs is ready, kubectl does not: on the twin KWOK makes pods ready"
                        + " within seconds. Still is the machine where its processors work less than a tenth of the time. No pod is started anew in \"up of one change\" and \"up of all\"; \"up from"
                        + " nothing\" contains the wait for the facility's own Deployments");
    }

    private static String node() throws IOException {
        var process = new ProcessBuilder("node", "--version").start();
        try (var said = process.getInputStream()) {
            return "node " + new String(said.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        }
    }
}
