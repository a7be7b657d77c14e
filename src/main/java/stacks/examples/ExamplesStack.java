package stacks.examples;

import facility.Collaboration;
import facility.JupyterHub;
import facility.hub.Examples;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kube.Declared;
import kube.Labels;
import stacks.Stack;
import stacks.storage.ServerMount;

/** The collaborations' example notebooks: one volume, what brings the declared commits there, and who mounts them. */
public final class ExamplesStack implements Stack {
    static final String NAME = "examples";
    static final String PROGRAM = "examples_sync.sh";
    static final String LIST = "repositories";

    /** In the home, since JupyterLab shows nothing beside it; zero-to-jupyterhub's homeMountPath. */
    private static final String ROOT = "/home/jovyan/examples/";

    private final JupyterHub hub;
    private final List<Collaboration> collaborations;

    public ExamplesStack(JupyterHub hub, List<Collaboration> collaborations) {
        this.hub = hub;
        this.collaborations = List.copyOf(collaborations);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Declared> objects() {
        var objects = new ArrayList<Declared>();
        hub.examples().ifPresent(examples -> {
            objects.add(Declared.of(program(examples)));
            objects.add(Declared.of(claim(examples)));
            objects.add(Declared.of(account()));
            var pods = new ExamplesPods(examples, metadata());
            objects.add(Declared.of(pods.cronJob()));
            objects.add(Declared.of(pods.fence()));
        });
        objects.sort(Declared.ORDER);
        return objects;
    }

    /** Each collaboration's folder, for its members; they cannot write to it. */
    public List<ServerMount> mounts() {
        return hub.examples().map(Examples::repositories).orElse(List.of()).stream()
                .map(each -> new ServerMount(
                        NAME, ROOT + each.name(), Optional.of(each.name()), true, false, groups(each.name())))
                .toList();
    }

    private List<String> groups(String collaboration) {
        return collaborations.stream()
                .filter(each -> each.name().equals(collaboration))
                .findFirst()
                .map(Collaboration::groups)
                .orElse(List.of());
    }

    private HasMetadata program(Examples examples) {
        String list = examples.repositories().stream()
                .map(each -> each.name() + " " + each.repository() + " " + each.commit() + "\n")
                .collect(Collectors.joining());
        return new ConfigMapBuilder()
                .withMetadata(metadata())
                .withData(Map.of(PROGRAM, resource(), LIST, list))
                .build();
    }

    private HasMetadata claim(Examples examples) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadataLike(metadata())
                .addToLabels(Labels.FILLED_FROM, "git")
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteMany")
                .withStorageClassName(examples.storageClass())
                .withNewResources()
                .addToRequests("storage", new Quantity(examples.size().toString()))
                .endResources()
                .endSpec()
                .build();
    }

    private HasMetadata account() {
        return new ServiceAccountBuilder()
                .withMetadata(metadata())
                .withAutomountServiceAccountToken(false)
                .build();
    }

    private ObjectMeta metadata() {
        return new ObjectMetaBuilder()
                .withName(NAME)
                .withNamespace(hub.namespace())
                .withLabels(Labels.common())
                .build();
    }

    private static String resource() {
        try (var text = ExamplesStack.class.getResourceAsStream(PROGRAM)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
