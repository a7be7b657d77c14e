package twin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import toolchain.Command;

/**
 * What an OKD cluster has from its first hour and a bare control plane lacks: its CRDs, SCCs and their admission.
 * Applied by kubectl, which sends the files as they are; a typed client would drop the nulls that an SCC must have.
 */
final class BaseObjects {
    private final Path kubectl;
    private final TwinFolder folder;

    BaseObjects(Path kubectl, TwinFolder folder) {
        this.kubectl = kubectl;
        this.folder = folder;
    }

    void apply(List<Path> customResources) {
        applyFiles(customResources.stream().map(Path::toString).toList());
        run(List.of("wait", "--for=condition=Established", "--timeout=30s", "--all",
                "customresourcedefinitions.apiextensions.k8s.io"));
        applyFiles(List.of(unpacked("scc.yaml"), unpacked("scc-admission.yaml")));
    }

    private void applyFiles(List<String> files) {
        var words = new ArrayList<>(List.of("apply", "--server-side", "--force-conflicts",
                "--field-manager=facility-twin"));
        files.forEach(file -> words.addAll(List.of("--filename", file)));
        run(words);
    }

    private void run(List<String> arguments) {
        var words = new ArrayList<>(List.of(kubectl.toString(), "--kubeconfig", folder.kubeconfig().toString()));
        words.addAll(arguments);
        var result = Command.run(folder.folder(), Map.of(), words);
        if (!result.succeeded()) {
            throw new TwinException("the twin could not be furnished: " + result.output().strip());
        }
    }

    private String unpacked(String name) {
        Path file = folder.configuration().resolve(name);
        try (InputStream in = BaseObjects.class.getResourceAsStream("/twin/" + name)) {
            PrivateFiles.write(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }
}
