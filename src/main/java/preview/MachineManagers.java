package preview;

import java.util.regex.Pattern;

/**
 * Field managers that are a cluster's own programs: what they add to an object is their work, such as a Deployment's
 * revision or a claim's volume, and no drift. By the names that the programs of
 * Kubernetes, of OpenShift and of the twin give themselves.
 */
final class MachineManagers {
    private static final Pattern NAMES = Pattern.compile("(kube-|openshift-|oc-mirror|cluster-)[a-z-]*"
            + "|facility-twin|kubelet|crio|multus|node-ca|cloud-.*|csi-.*|before-first-apply"
            + "|[a-zA-Z0-9.-]*(controller|operator|scheduler|provisioner|attacher|resizer|snapshotter|autoscaler|driver|daemon|feature-discovery)"
            + "[a-zA-Z0-9.-]*");

    private MachineManagers() {}

    static boolean include(String manager) {
        return NAMES.matcher(manager).matches();
    }
}
