package kube;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;

/** Who may do what in a namespace before any service adds its own accounts. */
public final class Access {
    private static final String RBAC = "rbac.authorization.k8s.io";

    private Access() {}

    /** The account of pods that name none: without a token, so that a notebook cannot speak to the API server. */
    public static ServiceAccount defaultAccountWithoutToken(String namespace) {
        return new ServiceAccountBuilder()
                .withNewMetadata()
                .withName("default")
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .endMetadata()
                .withAutomountServiceAccountToken(false)
                .build();
    }

    /** The owner looks, and changes through the declaration: the role leaves Secrets out. */
    public static RoleBinding ownerMayView(String namespace, String owner) {
        return new RoleBindingBuilder()
                .withNewMetadata()
                .withName("owner-view")
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .endMetadata()
                .withNewRoleRef(RBAC, "ClusterRole", "view")
                .addNewSubject(RBAC, "Group", owner, null)
                .build();
    }
}
