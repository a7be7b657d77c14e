package stacks.storage;

import facility.Catalogue;
import facility.storage.CvmfsExec;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kube.Labels;

/** What servers with CVMFSexec need in the hub's namespace: an account that may use their SCC, and their settings. */
public final class CvmfsExecPlace {
    private CvmfsExecPlace() {}

    /** The ConfigMap of a flavour's settings. */
    public static String settings(String collaboration, String flavour) {
        return "cvmfsexec-" + collaboration + "-" + flavour;
    }

    /** The account of servers that are bound to an SCC. */
    public static String account(String securityContextConstraints) {
        return "servers-" + securityContextConstraints;
    }

    static List<HasMetadata> of(Catalogue catalogue, String namespace) {
        var settings = new ArrayList<HasMetadata>();
        var accounts = new TreeMap<String, List<HasMetadata>>();
        catalogue.collaborations().forEach(collaboration -> collaboration
                .offered()
                .forEach(flavour -> flavour.cvmfsExec().ifPresent(exec -> {
                    settings.add(file(settings(collaboration.name(), flavour.name()), exec, namespace));
                    accounts.put(
                            exec.securityContextConstraints(), grant(exec.securityContextConstraints(), namespace));
                })));
        accounts.values().forEach(settings::addAll);
        return settings;
    }

    private static HasMetadata file(String name, CvmfsExec exec, String namespace) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .endMetadata()
                .withData(Map.of(
                        "default.local",
                        String.join(
                                "\n",
                                "CVMFS_HTTP_PROXY=\"" + exec.httpProxy() + "\"",
                                "CVMFS_QUOTA_LIMIT=" + exec.quotaLimit(),
                                "CVMFS_CACHE_BASE=/var/cache/cvmfsexec",
                                "")))
                .build();
    }

    /** Its token is mounted nowhere: the account is there for the SCC alone. */
    private static List<HasMetadata> grant(String constraints, String namespace) {
        return List.of(
                new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(account(constraints))
                        .withNamespace(namespace)
                        .withLabels(Labels.common())
                        .endMetadata()
                        .withAutomountServiceAccountToken(false)
                        .build(),
                new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName("scc-" + constraints)
                        .withNamespace(namespace)
                        .withLabels(Labels.common())
                        .endMetadata()
                        .withNewRoleRef(
                                "rbac.authorization.k8s.io", "ClusterRole", "system:openshift:scc:" + constraints)
                        .addNewSubject(null, "ServiceAccount", account(constraints), namespace)
                        .build());
    }
}
