package policies.rules;

import java.util.List;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.ResourceRule;

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
                findings.add(
                        resource,
                        where + " takes an image from elsewhere",
                        image,
                        "allowed are " + String.join(", ", allowed),
                        about().mend());
            }
        });
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
