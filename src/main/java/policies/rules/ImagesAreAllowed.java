package policies.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import policy.About;
import policy.Admission;
import policy.Admission.Check;
import policy.Admission.Variable;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.ResourceRule;
import policy.RuleSettings;

public final class ImagesAreAllowed implements ResourceRule {
    @Override
    public About about() {
        return About.mandatory(
                        "images-are-allowed",
                        "every image comes from a registry and a folder that are allowed",
                        "an image runs with the user's files and the laboratory's network",
                        "push the image to an allowed registry, or have its folder added in policies/quotas.yaml")
                .withSettings(
                        """
                        {"allowed": {"type": "array", "items": {"type": "string", "minLength": 1}, "default": [],
                           "description": "beginnings of image names: a registry, or a registry and a folder"}}""");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        List<String> allowed = given.settings().texts("allowed");
        ImageNames.of(resource).forEach((where, image) -> {
            String whole = withRegistry(image);
            if (allowed.stream().noneMatch(prefix -> begins(whole, prefix))) {
                findings.add(resource, where + " takes an image from elsewhere", image, limit(allowed), about().mend());
            }
        });
    }

    @Override
    public Optional<Admission> admission(RuleSettings settings) {
        List<String> allowed = settings.texts("allowed");
        String image = "string(c.image)";
        String first = image + ".split('/')[0]";
        String whole = "(!" + image + ".contains('/') ? 'docker.io/library/' + " + image + " : " + first
                + ".contains('.') || " + first + ".contains(':') || " + first + " == 'localhost' ? " + image
                + " : 'docker.io/' + " + image + ")";
        var beginnings = allowed.stream()
                .flatMap(prefix ->
                        prefix.endsWith("/") ? Stream.of(prefix) : Stream.of(prefix + "/", prefix + ":", prefix + "@"))
                .toList();
        return Optional.of(PodFields.admission(
                new Variable(
                        "images",
                        "variables.containers.filter(c, has(c.image)).map(c, {'name': string(c.?name.orValue('?')),"
                                + " 'image': string(c.image), 'whole': " + whole + "})"),
                new Check(
                        "variables.images",
                        "!" + Admission.texts(beginnings)
                                + ".exists(begin, it.whole.startsWith(begin)) && !(it.whole in "
                                + Admission.texts(allowed) + ")",
                        "'container ' + it.name + ' takes an image from elsewhere'",
                        "it.image",
                        limit(allowed))));
    }

    private static String limit(List<String> allowed) {
        return "allowed are " + String.join(", ", allowed);
    }

    /** A name whose first part is no host is Docker Hub's. */
    private static String withRegistry(String image) {
        int slash = image.indexOf('/');
        if (slash < 0) {
            return "docker.io/library/" + image;
        }
        String first = image.substring(0, slash);
        return first.contains(".") || first.contains(":") || first.equals("localhost") ? image : "docker.io/" + image;
    }

    /** At a boundary: {@code registry.example.org/eaf} does not begin {@code registry.example.org/eaf-else}. */
    private static boolean begins(String image, String prefix) {
        return image.startsWith(prefix)
                && (prefix.endsWith("/")
                        || image.length() == prefix.length()
                        || "/:@".indexOf(image.charAt(prefix.length())) >= 0);
    }
}
