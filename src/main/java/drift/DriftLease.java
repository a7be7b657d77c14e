package drift;

import static java.util.Objects.requireNonNull;

import change.ResourceDrift;
import difference.FieldChange;
import java.time.LocalDate;

/**
 * A change on the cluster that is let be.
 *
 * @param resource kind and name: {@code Deployment jupyterhub/hub}
 * @param field the property, and what is below it: {@code spec.replicas}
 * @param owner who answers for it
 * @param reason why it is neither taken back nor declared
 * @param end the last day on which it holds
 * @param line of the file, from 1
 */
public record DriftLease(String resource, String field, String owner, String reason, LocalDate end, int line) {
    public DriftLease {
        requireNonNull(resource, "resource is null");
        requireNonNull(field, "field is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(end, "end is null");
    }

    boolean covers(ResourceDrift drift, FieldChange change) {
        String path = change.path();
        return resource.equals(drift.title())
                && (path.equals(field) || path.startsWith(field + ".") || path.startsWith(field + "["));
    }

    /** As previews show it. */
    public String words() {
        return "leased: " + resource + " " + field + ", to " + owner + " until " + end + ": " + reason;
    }
}
