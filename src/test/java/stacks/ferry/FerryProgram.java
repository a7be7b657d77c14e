package stacks.ferry;

import facility.ferry.Ferry;
import house.PythonPrograms;
import house.TestAuthority;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stacks.jupyterhub.HubFolder;

/** The program and its configuration out of the stack's ConfigMap, laid out as the pod would find them. */
final class FerryProgram {
    private final Path mounted;
    private final String url;

    FerryProgram(Path folder, FerryStack stack, Ferry declared) throws IOException {
        this.mounted = Files.createDirectories(folder);
        this.url = declared.url();
        for (var object : stack.objects()) {
            if (object.object() instanceof ConfigMap map) {
                for (var entry : map.getData().entrySet()) {
                    Files.writeString(mounted.resolve(entry.getKey()), entry.getValue());
                }
            }
        }
        Files.writeString(mounted.resolve("token"), HubFolder.value(Ferry.HUB_TOKEN));
    }

    /** Runs it with addresses of this machine instead of the pod's. */
    PythonPrograms.Ended run(TestAuthority.Issued client, String hub, String registry, String... options)
            throws IOException {
        Path configuration = mounted.resolve("local.json");
        Files.writeString(
                configuration,
                Files.readString(mounted.resolve(FerryStack.CONFIGURATION))
                        .replace("http://hub:8081/hub/api", hub)
                        .replace(url, registry));
        var words = new ArrayList<>(List.of(
                mounted.resolve(FerryStack.PROGRAM).toString(),
                "--config=" + configuration,
                "--certificate=" + client.certificate(),
                "--key=" + client.key(),
                "--authority=" + mounted.resolve(FerryStack.AUTHORITY),
                "--hub-token=" + mounted.resolve("token")));
        words.addAll(List.of(options));
        return PythonPrograms.of(Path.of("charts/jupyterhub/requirements.txt"))
                .run(Map.of("PYTHONUNBUFFERED", "1"), "", words.toArray(String[]::new));
    }
}
