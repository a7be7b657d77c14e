package policies.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import policy.Node;
import policy.Resource;

/** The images that an object names: its own containers', and those that a chart's values have started later. */
public final class ImageNames {
    private static final Set<String> BUILDS = Set.of("BuildConfig", "Build", "ImageStream", "ImageStreamTag");

    private ImageNames() {}

    /** Each image by where it stands: {@code container hub}, {@code values.yaml.hub.image}. */
    public static Map<String, String> of(Resource resource) {
        var images = new java.util.TreeMap<String, String>();
        Pods.of(resource).ifPresent(pods -> pods.containers()
                .forEach(container ->
                        container.at("image").text().ifPresent(image -> images.put(Pods.name(container), image))));
        Pods.of(resource).ifPresent(pods -> pods.spec().at("volumes").items().forEach(volume -> volume.at(
                        "image", "reference")
                .text()
                .ifPresent(image -> images.put("volume " + volume.at("name").textOr("?"), image))));
        if (BUILDS.contains(ObjectKind.of(resource))) {
            from(resource.at("spec"), images);
        }
        ChartValues.of(resource).ifPresent(values -> named(values).forEach(node -> add(images, node)));
        ChartValues.ofHub(resource).map(HubProgram::of).orElse(List.of()).stream()
                .filter(trait -> trait.name().endsWith("image"))
                .forEach(trait -> images.put(
                        "hub.extraConfig c." + trait.owner() + "." + trait.name(),
                        trait.value().replaceAll("[\"']", "")));
        return images;
    }

    /** What a build starts from, and what a stream of images follows. */
    private static void from(Node node, Map<String, String> images) {
        if (node.at("kind").textOr("").equals("DockerImage")) {
            node.at("name").text().ifPresent(image -> images.put(node.path(), image));
        }
        node.fields().values().forEach(field -> from(field, images));
        node.items().forEach(item -> from(item, images));
    }

    private static void add(Map<String, String> images, Node node) {
        String image = node.text()
                .orElseGet(() -> node.at("registry")
                                .text()
                                .map(registry -> registry + "/")
                                .orElse("")
                        + node.at("name").textOr(node.at("repository").textOr(""))
                        + node.at("tag").text().map(tag -> ":" + tag).orElse("")
                        + node.at("digest").text().map(digest -> "@" + digest).orElse(""));
        if (!image.isEmpty()) {
            images.put(node.path(), image);
        }
    }

    private static List<Node> named(Node values) {
        var found = new ArrayList<Node>();
        collect(values, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        node.items().forEach(item -> collect(item, found));
        node.fields().forEach((key, field) -> {
            boolean image = key.toLowerCase(Locale.ROOT).endsWith("image");
            if (image
                    && (field.text().isPresent()
                            || field.at("name").text().isPresent()
                            || field.at("repository").text().isPresent())) {
                found.add(field);
            } else {
                collect(field, found);
            }
        });
    }
}
