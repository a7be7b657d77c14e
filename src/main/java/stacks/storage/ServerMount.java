package stacks.storage;

import java.util.List;
import java.util.Optional;

/**
 * Something in the hub's namespace that users' servers mount.
 *
 * @param claim the PersistentVolumeClaim, whose name is the volume's too
 * @param subPath the folder in it, if not all of it
 * @param propagated whether what the node mounts in it after the pod's start appears in there: HostToContainer
 * @param groups whose members' servers mount it
 */
public record ServerMount(
        String claim,
        String mountPath,
        Optional<String> subPath,
        boolean readOnly,
        boolean propagated,
        List<String> groups) {
    public ServerMount {
        groups = List.copyOf(groups);
    }
}
