package policies.rules;

import java.util.List;
import java.util.stream.Stream;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.ResourceRule;
import policy.Severity;

public final class PodsAreRestricted implements ResourceRule {
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
        Pods.of(resource).ifPresent(pods -> {
            pod(resource, pods.spec(), findings);
            Node own = pods.spec().at("securityContext");
            pods.containers().forEach(container -> container(resource, container, own, findings));
        });
    }

    private void pod(Resource resource, Node spec, Findings findings) {
        for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
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
                        "no hostPath",
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
        refuse(user.textOr("").equals("0"), resource, name + " runs as root", "runAsUser 0", "another user", findings);
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
                !List.of("NET_BIND_SERVICE").containsAll(added),
                resource,
                name + " adds capabilities",
                String.join(", ", added),
                "at most NET_BIND_SERVICE",
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
                "no hostPort",
                findings);
    }

    private void refuse(boolean broken, Resource resource, String what, String value, String limit, Findings findings) {
        if (broken) {
            findings.add(resource, what, value, limit, about().mend());
        }
    }
}
