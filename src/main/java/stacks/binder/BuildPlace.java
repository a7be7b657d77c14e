package stacks.binder;

import facility.binder.Builds;
import facility.binder.Egress;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kube.Labels;

/** Where builds run: their account, the SCC that it alone may use, and where they may connect to. */
final class BuildPlace {
    static final String ACCOUNT = "binder-build";

    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final List<Integer> WEB = List.of(80, 443);

    private final Builds builds;

    BuildPlace(Builds builds) {
        this.builds = builds;
    }

    List<HasMetadata> objects() {
        var objects = new ArrayList<HasMetadata>();
        objects.add(new ServiceAccountBuilder()
                .withNewMetadata()
                .withName(ACCOUNT)
                .withNamespace(builds.namespace())
                .withLabels(Labels.common())
                .endMetadata()
                .withAutomountServiceAccountToken(false)
                .build());
        if (builds.use() == Builds.Way.ROOTLESS) {
            String name = builds.rootless().orElseThrow().securityContextConstraints();
            objects.add(constraints(name));
            objects.addAll(mayUse(name));
        }
        objects.add(egress());
        if (builds.egress().use() == Egress.Kind.DNS_NAMES) {
            objects.add(firewall(builds.egress().dnsNames()));
        }
        return objects;
    }

    /**
     * Two capabilities and an escalation, all inside of a user namespace: what newuidmap needs. It has no user and no
     * group; who may use it is RBAC's to say. An SCC has its fields at the root, and wants those that are empty as well.
     */
    private static HasMetadata constraints(String name) {
        var fields = new TreeMap<String, Object>();
        for (String never : List.of(
                "allowHostDirVolumePlugin",
                "allowHostIPC",
                "allowHostNetwork",
                "allowHostPID",
                "allowHostPorts",
                "allowPrivilegedContainer",
                "readOnlyRootFilesystem")) {
            fields.put(never, false);
        }
        fields.put("allowPrivilegeEscalation", true);
        fields.put("allowedCapabilities", List.of("SETGID", "SETUID"));
        fields.put("requiredDropCapabilities", List.of("ALL"));
        fields.put("defaultAddCapabilities", List.of());
        fields.put("priority", 0);
        fields.put("userNamespaceLevel", "RequirePodLevel");
        fields.put("runAsUser", Map.of("type", "MustRunAs", "uid", 1000));
        fields.put("fsGroup", Map.of("type", "MustRunAs", "ranges", List.of(Map.of("min", 1000, "max", 1000))));
        fields.put(
                "supplementalGroups", Map.of("type", "MustRunAs", "ranges", List.of(Map.of("min", 1000, "max", 1000))));
        fields.put("seLinuxContext", Map.of("type", "MustRunAs"));
        fields.put("seccompProfiles", List.of("runtime/default"));
        fields.put("volumes", List.of("emptyDir", "projected", "secret"));
        return generic("security.openshift.io/v1", "SecurityContextConstraints", "", name, fields);
    }

    private List<HasMetadata> mayUse(String constraints) {
        String role = "use-scc-" + constraints;
        return List.of(
                new ClusterRoleBuilder()
                        .withNewMetadata()
                        .withName(role)
                        .withLabels(Labels.common())
                        .endMetadata()
                        .addNewRule()
                        .withApiGroups("security.openshift.io")
                        .withResources("securitycontextconstraints")
                        .withResourceNames(constraints)
                        .withVerbs("use")
                        .endRule()
                        .build(),
                new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName(role)
                        .withNamespace(builds.namespace())
                        .withLabels(Labels.common())
                        .endMetadata()
                        .withNewRoleRef(RBAC, "ClusterRole", role)
                        .addNewSubject(null, "ServiceAccount", ACCOUNT, builds.namespace())
                        .build());
    }

    private HasMetadata egress() {
        List<NetworkPolicyEgressRule> rules =
                switch (builds.egress().use()) {
                    case CIDRS -> List.of(to(builds.egress().cidrs(), WEB));
                    case PROXY -> {
                        var proxy = builds.egress().proxy().orElseThrow();
                        yield List.of(to(
                                List.of(proxy.cidr()),
                                List.of(URI.create(proxy.url()).getPort())));
                    }
                        // The EgressFirewall decides; a NetworkPolicy knows no names, and without one nothing leaves.
                    case DNS_NAMES -> List.of(to(List.of("0.0.0.0/0"), WEB));
                };
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("build-egress")
                .withNamespace(builds.namespace())
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withPodSelector(new LabelSelector())
                .withPolicyTypes("Egress")
                .withEgress(rules)
                .endSpec()
                .build();
    }

    private static NetworkPolicyEgressRule to(List<String> cidrs, List<Integer> ports) {
        var rule = new NetworkPolicyEgressRuleBuilder();
        cidrs.forEach(cidr ->
                rule.addNewTo().withNewIpBlock().withCidr(cidr).endIpBlock().endTo());
        ports.forEach(port -> rule.addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(port))
                .endPort());
        return rule.build();
    }

    /** One to a namespace, under this name alone; its rules are tried in order, and traffic that meets none is let out. */
    private HasMetadata firewall(List<String> names) {
        var rules = new ArrayList<Map<String, Object>>();
        for (String name : names) {
            var ports = WEB.stream()
                    .map(port -> Map.of("port", port, "protocol", "TCP"))
                    .toList();
            rules.add(Map.of("type", "Allow", "to", Map.of("dnsName", name), "ports", ports));
        }
        rules.add(Map.of("type", "Deny", "to", Map.of("cidrSelector", "0.0.0.0/0")));
        return generic(
                "k8s.ovn.org/v1",
                "EgressFirewall",
                builds.namespace(),
                "default",
                Map.of("spec", Map.of("egress", rules)));
    }

    private static HasMetadata generic(
            String version, String kind, String namespace, String name, Map<String, Object> fields) {
        var object = new GenericKubernetesResource();
        object.setApiVersion(version);
        object.setKind(kind);
        var metadata = new ObjectMetaBuilder().withName(name).withLabels(Labels.common());
        object.setMetadata((namespace.isEmpty() ? metadata : metadata.withNamespace(namespace)).build());
        object.setAdditionalProperties(new TreeMap<>(fields));
        return object;
    }
}
