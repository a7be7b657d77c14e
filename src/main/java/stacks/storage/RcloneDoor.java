package stacks.storage;

import facility.storage.DataDoor;
import facility.storage.DoorServer;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kube.Secrets;

/**
 * rclone's WebDAV server.
 *
 * @see <a href="https://rclone.org/commands/rclone_serve_webdav/">rclone serve webdav</a>
 */
record RcloneDoor(DataDoor door, DoorServer.Webdav server, boolean readOnly) implements DoorProgram {
    private static final String KEY = "password";

    @Override
    public ContainerBuilder container() {
        var command = new ArrayList<>(List.of(
                "rclone",
                "serve",
                "webdav",
                DoorObjects.AREA,
                "--addr=:" + PORT,
                // It has no remotes, and its root file system is read-only.
                "--config=/dev/null"));
        if (readOnly) {
            command.add("--read-only");
        }
        return new ContainerBuilder()
                .withCommand(command)
                .addNewEnv()
                .withName("RCLONE_USER")
                .withValue(server.account())
                .endEnv()
                // In the environment: arguments are in every list of processes.
                .addNewEnv()
                .withName("RCLONE_PASS")
                .withNewValueFrom()
                .withNewSecretKeyRef(KEY, door.object(), false)
                .endValueFrom()
                .endEnv();
    }

    @Override
    public List<Volume> volumes() {
        return List.of();
    }

    @Override
    public List<HasMetadata> files(ObjectMeta metadata) {
        return List.of(Secrets.of(
                metadata.getNamespace(),
                metadata.getName(),
                Map.of(KEY, server.secret(door.name()).orElseThrow())));
    }

    @Override
    public Map<String, String> annotations() {
        return Map.of();
    }

    @Override
    public boolean asksOthers() {
        return false;
    }
}
