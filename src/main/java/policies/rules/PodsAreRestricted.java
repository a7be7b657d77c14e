package policies.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import policy.About;
import policy.Admission;
import policy.Admission.Check;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.ResourceRule;
import policy.RuleSettings;
import policy.Severity;

public final class PodsAreRestricted implements ResourceRule {
    private static final List<String> SHARED = List.of("hostNetwork", "hostPID", "hostIPC");
    private static final String CAPABILITY = "NET_BIND_SERVICE";
    private static final String NO_HOST_PATH = "no hostPath";
    private static final String NO_HOST_PORT = "no hostPort";
    private static final String ANOTHER_USER = "another user";
    private static final String CONFINED = "RuntimeDefault or Localhost";

    @Override
    public About about() {
        return About.mandatory(
                        "pods-are-restricted",
                        "no pod runs as root, with privilege, with added capabilities, or in its node's namespaces or files",
                        "whoever breaks out of such a container has the node, and everybody's data with it",
                        "do without it; where that cannot be, agree on a lease in policies/quotas.yaml")
                .withSeverity(Severity.CRITICAL);
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        NodeFolders.of(resource)
                .forEach((what, value) -> findings.add(resource, what, value, NO_HOST_PATH, about().mend()));
        unseen(resource, findings);
        Pods.of(resource).ifPresent(pods -> {
            pod(resource, pods.spec(), findings);
            Node own = pods.spec().at("securityContext");
            pods.containers().forEach(container -> container(resource, container, own, findings));
        });
    }

    @Override
    public Optional<Admission> admission(RuleSettings settings) {
        String own = "it.?securityContext";
        String pod = "variables.pod.?securityContext";
        String escalation = own + ".?allowPrivilegeEscalation";
        String user = own + ".?runAsUser.or(" + pod + ".?runAsUser)";
        String nonRoot = own + ".?runAsNonRoot.or(" + pod + ".?runAsNonRoot)";
        String added = own + ".?capabilities.?add.orValue([])";
        String hostPorts = "it.?ports.orValue([]).filter(port, port.?hostPort.orValue(0) != 0)";
        return Optional.of(PodFields.admission(
                new Check(
                        Admission.texts(SHARED),
                        "(it == 'hostNetwork' && variables.pod.?hostNetwork.orValue(false))"
                                + " || (it == 'hostPID' && variables.pod.?hostPID.orValue(false))"
                                + " || (it == 'hostIPC' && variables.pod.?hostIPC.orValue(false))",
                        "'shares its node\\'s ' + it",
                        "'true'",
                        "false"),
                new Check(
                        "variables.pod.?volumes.orValue([])",
                        "has(it.hostPath)",
                        "'mounts a folder of its node, volume ' + it.?name.orValue('?')",
                        "it.?hostPath.?path.orValue('hostPath')",
                        NO_HOST_PATH),
                PodFields.container(own + ".?privileged.orValue(false)", "is privileged", "'true'", "false"),
                PodFields.container(
                        escalation + ".orValue(true)",
                        "may gain privilege",
                        "'allowPrivilegeEscalation ' + (" + escalation + ".hasValue() ? 'true' : 'absent')",
                        "false"),
                PodFields.container(user + ".orValue(1) == 0", "runs as root", "'runAsUser 0'", ANOTHER_USER),
                PodFields.container(
                        own + ".?seccompProfile.or(" + pod + ".?seccompProfile).?type.orValue('') == 'Unconfined'",
                        "may make every system call",
                        "'seccompProfile Unconfined'",
                        CONFINED),
                PodFields.container(
                        "!" + nonRoot + ".orValue(false)",
                        "may run as root",
                        "'runAsNonRoot ' + (" + nonRoot + ".hasValue() ? 'false' : 'absent')",
                        "true"),
                PodFields.container(
                        added + ".exists(name, name != " + Admission.text(CAPABILITY) + ")",
                        "adds capabilities",
                        added + ".join(', ')",
                        "at most " + CAPABILITY),
                PodFields.container(
                        "size(" + hostPorts + ") > 0",
                        "takes a port of its node",
                        hostPorts + ".map(port, string(port.hostPort)).join(', ')",
                        NO_HOST_PORT)));
    }

    /** The engine shows a rule what is declared, not what a provider makes of it later. */
    private void unseen(Resource resource, Findings findings) {
        boolean list = resource.type().startsWith("kubernetes:")
                && resource.kind().endsWith("List")
                && resource.at("items").present();
        refuse(
                list || resource.type().startsWith("kubernetes:helm.sh/v3:Release"),
                resource,
                "makes objects that no rule sees",
                resource.type(),
                "objects that are declared one by one",
                findings);
    }

    private void pod(Resource resource, Node spec, Findings findings) {
        for (String shared : SHARED) {
            refuse(spec.at(shared).isTrue(), resource, "shares its node's " + shared, "true", "false", findings);
        }
        spec.at("volumes")
                .items()
                .forEach(volume -> refuse(
                        volume.at("hostPath").present(),
                        resource,
                        "mounts a folder of its node, volume "
                                + volume.at("name").textOr("?"),
                        volume.at("hostPath", "path").textOr("hostPath"),
                        NO_HOST_PATH,
                        findings));
    }

    private void container(Resource resource, Node container, Node pod, Findings findings) {
        String name = Pods.name(container);
        Node own = container.at("securityContext");
        refuse(own.at("privileged").isTrue(), resource, name + " is privileged", "true", "false", findings);
        Node escalation = own.at("allowPrivilegeEscalation");
        refuse(
                !escalation.textOr("").equals("false"),
                resource,
                name + " may gain privilege",
                "allowPrivilegeEscalation " + escalation.textOr("absent"),
                "false",
                findings);
        Node user = own.at("runAsUser").present() ? own.at("runAsUser") : pod.at("runAsUser");
        refuse(user.textOr("").equals("0"), resource, name + " runs as root", "runAsUser 0", ANOTHER_USER, findings);
        Node seccomp = own.at("seccompProfile").present() ? own : pod;
        refuse(
                seccomp.at("seccompProfile", "type").textOr("").equals("Unconfined"),
                resource,
                name + " may make every system call",
                "seccompProfile Unconfined",
                CONFINED,
                findings);
        Node nonRoot = own.at("runAsNonRoot").present() ? own.at("runAsNonRoot") : pod.at("runAsNonRoot");
        refuse(
                !nonRoot.isTrue(),
                resource,
                name + " may run as root",
                "runAsNonRoot " + nonRoot.textOr("absent"),
                "true",
                findings);
        List<String> added = own.at("capabilities", "add").texts();
        refuse(
                !List.of(CAPABILITY).containsAll(added),
                resource,
                name + " adds capabilities",
                String.join(", ", added),
                "at most " + CAPABILITY,
                findings);
        List<String> hostPorts = container.at("ports").items().stream()
                .flatMap(port -> Stream.of(port.at("hostPort")))
                .flatMap(port -> port.text().stream())
                .filter(port -> !port.equals("0"))
                .toList();
        refuse(
                !hostPorts.isEmpty(),
                resource,
                name + " takes a port of its node",
                String.join(", ", hostPorts),
                NO_HOST_PORT,
                findings);
    }

    private void refuse(boolean broken, Resource resource, String what, String value, String limit, Findings findings) {
        if (broken) {
            findings.add(resource, what, value, limit, about().mend());
        }
    }
}
