package facility;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * A named exception: pods that need more than restricted-v2 grants, in a namespace of their own: plugins of storage and
 * cards on every node, or builds.
 *
 * @param name the namespace
 * @param owner who answers for it
 * @param reason why nothing less will do
 * @param until the last day on which the exception holds
 * @param managedBy who makes namespace, accounts and grants
 * @param securityContextConstraints what its accounts may use
 * @param serviceAccounts the accounts of the privileged pods
 */
public record PrivilegedNamespace(
        String name,
        String owner,
        String reason,
        LocalDate until,
        ManagedBy managedBy,
        String securityContextConstraints,
        List<String> serviceAccounts)
        implements Named {
    public PrivilegedNamespace {
        requireNonNull(name, "name is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(until, "until is null");
        requireNonNull(managedBy, "managedBy is null");
        requireNonNull(securityContextConstraints, "securityContextConstraints is null");
        serviceAccounts = List.copyOf(serviceAccounts);
    }

    /** Who makes its objects. */
    public enum ManagedBy implements Keyed {
        /** This declaration. */
        FACILITY("facility"),
        /** The cluster's administrators, by an operator: the facility declares nothing there, and knows of it. */
        CLUSTER_ADMINS("cluster-admins");

        private final String key;

        ManagedBy(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    public boolean isOurs() {
        return managedBy == ManagedBy.FACILITY;
    }
}
