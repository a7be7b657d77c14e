package stacks.storage;

import facility.PrivilegedNamespace;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import java.util.ArrayList;
import java.util.List;
import kube.Declared;
import kube.Labels;
import stacks.Stack;

/** The accounts of privileged node plugins, and the grant of their SCC within their own namespaces. */
public final class PrivilegesStack implements Stack {
    private static final String RBAC = "rbac.authorization.k8s.io";

    private final List<PrivilegedNamespace> plugins;

    public PrivilegesStack(List<PrivilegedNamespace> plugins) {
        this.plugins = List.copyOf(plugins);
    }

    @Override
    public String name() {
        return "privileges";
    }

    @Override
    public List<Declared> objects() {
        var objects = new ArrayList<Declared>();
        for (PrivilegedNamespace plugin : plugins) {
            if (plugin.isOurs()) {
                plugin.serviceAccounts()
                        .forEach(account -> objects.add(Declared.of(new ServiceAccountBuilder()
                                .withNewMetadata()
                                .withName(account)
                                .withNamespace(plugin.name())
                                .withLabels(Labels.common())
                                .endMetadata()
                                .build())));
                objects.add(Declared.of(grant(plugin)));
            }
        }
        objects.sort(Declared.ORDER);
        return objects;
    }

    /** OpenShift's own role for the SCC, bound in this namespace only; nobody is listed in the SCC itself. */
    private static RoleBinding grant(PrivilegedNamespace plugin) {
        var builder = new RoleBindingBuilder()
                .withNewMetadata()
                .withName("scc-" + plugin.securityContextConstraints())
                .withNamespace(plugin.name())
                .withLabels(Labels.common())
                .addToLabels(Labels.OWNER, plugin.owner())
                .addToAnnotations("facility/reason", plugin.reason())
                .addToAnnotations("facility/until", plugin.until().toString())
                .endMetadata()
                .withNewRoleRef(RBAC, "ClusterRole", "system:openshift:scc:" + plugin.securityContextConstraints());
        plugin.serviceAccounts()
                .forEach(account -> builder.addNewSubject(null, "ServiceAccount", account, plugin.name()));
        return builder.build();
    }
}
