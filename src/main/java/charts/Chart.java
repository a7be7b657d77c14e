package charts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import facility.ChartSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kube.Labels;
import kube.Serialization;

/**
 * One chart of a service.
 *
 * @param name the chart's name, which is the release's as well
 * @param source where it comes from
 * @param path the path of the declaration that names the source
 */
public record Chart(String name, ChartSource source, String path) {
    /** What charts are told they are rendered for; the twin's API server is of this version too. */
    private static final String KUBE_VERSION = "1.35.4";

    /** Sorted, so that the same values are the same text in each JVM. */
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /**
     * Its objects for these values, typed, in the namespace, with the facility's labels; hooks and tests left out.
     *
     * @param values by upstream's names; a null takes a default away
     * @throws ChartException when the chart cannot be had or its schema refuses the values
     */
    public List<HasMetadata> render(ChartArchives archives, String namespace, Map<String, Object> values)
            throws ChartException {
        NoCluster.require();
        Path chart = archives.locate(name, source, path);
        String manifests = rendered(archives, chart, namespace, written(values));
        var objects = new ArrayList<HasMetadata>();
        for (JsonNode document : documents(manifests)) {
            if (document.isObject() && !isHook(document)) {
                objects.add(typed(document, namespace));
            }
        }
        return objects;
    }

    private static String written(Map<String, Object> values) {
        try {
            return YAML.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String rendered(ChartArchives archives, Path chart, String namespace, String values) throws ChartException {
        var before = archives.rendering(chart, List.of(name, namespace, KUBE_VERSION, values));
        var kept = before.flatMap(KeptRendering::text);
        if (kept.isPresent()) {
            return kept.get();
        }
        String manifests = RenderFault.explained(this, () -> template(chart, namespace, values));
        if (before.isPresent()
                && manifests.equals(RenderFault.explained(this, () -> template(chart, namespace, values)))) {
            before.get().keep(manifests);
        }
        return manifests;
    }

    private String template(Path chart, String namespace, String values) {
        Path file = null;
        var signals = KeptSignals.now();
        try {
            file = Files.createTempFile("values", ".yaml");
            Files.writeString(file, values);
            return new Helm(chart)
                    .template()
                    .withName(name)
                    .withNamespace(namespace)
                    .withKubeVersion(KUBE_VERSION)
                    .skipCrds()
                    .withValuesFile(file)
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            signals.putBack();
            remove(file);
        }
    }

    private static List<JsonNode> documents(String manifests) {
        try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(manifests)) {
            return all.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Helm's own life cycle (tests, jobs around an upgrade) does not exist here: the engine has its own. */
    private static boolean isHook(JsonNode document) {
        return document.path("metadata").path("annotations").has("helm.sh/hook");
    }

    private static HasMetadata typed(JsonNode document, String namespace) {
        HasMetadata object = Serialization.SHARED.convertValue(document, HasMetadata.class);
        // A chart that leaves the namespace to Helm gets it here; what is cluster-wide is named so by its kind.
        if (object instanceof io.fabric8.kubernetes.api.model.Namespaced
                && object.getMetadata().getNamespace() == null) {
            object.getMetadata().setNamespace(namespace);
        }
        var labels = new java.util.TreeMap<>(
                object.getMetadata().getLabels() == null
                        ? Map.of()
                        : object.getMetadata().getLabels());
        labels.putAll(Labels.common());
        object.getMetadata().setLabels(labels);
        return object;
    }

    private static void remove(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
