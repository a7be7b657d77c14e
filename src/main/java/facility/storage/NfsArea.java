package facility.storage;

import static java.util.Objects.requireNonNull;

import facility.Named;
import facility.Quantity;
import java.util.List;

/**
 * An experiment's NFS export, as a volume in the hub's namespace: an inline {@code nfs} volume is not in restricted-v2.
 *
 * @param path the exported folder on the server
 * @param size what claim and volume say; nothing enforces it, and it is not Ceph's
 * @param groups whose members' servers mount it
 */
public record NfsArea(String name, String server, String path, boolean readOnly, Quantity size, List<String> groups)
        implements Named {
    public NfsArea {
        requireNonNull(name, "name is null");
        requireNonNull(server, "server is null");
        requireNonNull(path, "path is null");
        requireNonNull(size, "size is null");
        groups = List.copyOf(groups);
    }

    /** The claim that pods of the hub's namespace name, and its volume. */
    public String claim() {
        return "nfs-" + name;
    }
}
