package stacks.storage;

import facility.storage.DataDoor;
import facility.storage.DoorServer;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Map;

/** How one of the servers behind a data door is started, and what it reads. */
interface DoorProgram {
    /** Above 1024: no pod here may take another. */
    int PORT = 8080;

    static DoorProgram of(DataDoor door, boolean readOnly) {
        return door.server() instanceof DoorServer.Webdav webdav
                ? new RcloneDoor(door, webdav, readOnly)
                : new XrootdDoor(door, (DoorServer.Xrootd) door.server(), readOnly);
    }

    /** Its command, its environment and the mounts that are its alone. */
    ContainerBuilder container();

    /** The volumes that are its alone. */
    List<Volume> volumes();

    /** Secrets and files, of this name. */
    List<HasMetadata> files(ObjectMeta metadata);

    /** On its pods: another one as soon as a file changes that it reads only at its start. */
    Map<String, String> annotations();

    /** Whether it has to ask servers elsewhere who a caller is. */
    boolean asksOthers();
}
