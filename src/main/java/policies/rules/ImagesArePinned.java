package policies.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import policy.About;
import policy.Admission;
import policy.Admission.Check;
import policy.Admission.Variable;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.ResourceRule;
import policy.RuleSettings;

public final class ImagesArePinned implements ResourceRule {
    @Override
    public About about() {
        return About.mandatory(
                        "images-are-pinned",
                        "every image is named by a digest, or by a tag that does not move",
                        "what runs in prod is not what ran in dev, and nobody can go back",
                        "name the release's tag, or the digest")
                .withSettings(
                        """
                        {"floating": {"type": "array", "$comment": "looked for", "items": {"type": "string"},
                           "default": ["latest", "main", "master", "stable", "edge", "nightly", "dev", "devel"],
                           "description": "tags that move"},
                         "digest": {"type": "boolean", "default": false,
                           "description": "whether only a digest will do"}}""");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        List<String> floating = given.settings().texts("floating");
        boolean digest = given.settings().isTrue("digest");
        ImageNames.of(resource).forEach((where, image) -> {
            String tag = tag(image);
            boolean pinned = image.contains("@sha256:") || (!digest && names(tag.toLowerCase(Locale.ROOT), floating));
            if (!pinned) {
                findings.add(
                        resource, where + " takes an image that moves", image, limit(digest, floating), about().mend());
            }
        });
    }

    @Override
    public Optional<Admission> admission(RuleSettings settings) {
        List<String> floating = settings.texts("floating");
        boolean digest = settings.isTrue("digest");
        String tag = "(it.last.contains(':') ? it.last.substring(it.last.indexOf(':') + 1).lowerAscii() : '')";
        return Optional.of(PodFields.admission(
                new Variable(
                        "images",
                        "variables.containers.filter(c, has(c.image)).map(c, {'name': string(c.?name.orValue('?')),"
                                + " 'image': string(c.image), 'last': string(c.image).substring(string(c.image).lastIndexOf('/') + 1)})"),
                new Check(
                        "variables.images",
                        "!it.image.contains('@sha256:')"
                                + (digest
                                        ? ""
                                        : " && (!" + tag + ".matches('[0-9]') || " + Admission.texts(floating)
                                                + ".exists(moving, " + tag + " == moving || " + tag
                                                + ".endsWith('-' + moving)))"),
                        "'container ' + it.name + ' takes an image that moves'",
                        "it.image",
                        limit(digest, floating))));
    }

    /** Whether a tag names a release: it has a number, and does not end as one that moves ({@code 3.12-latest}). */
    private static boolean names(String tag, List<String> floating) {
        return tag.matches(".*[0-9].*")
                && floating.stream().noneMatch(moving -> tag.equals(moving) || tag.endsWith("-" + moving));
    }

    private static String limit(boolean digest, List<String> floating) {
        return digest
                ? "a digest, @sha256:..."
                : "a digest, or a tag other than " + String.join(", ", floating) + " with a number";
    }

    private static String tag(String image) {
        String last = image.substring(image.lastIndexOf('/') + 1);
        return last.contains(":") ? last.substring(last.indexOf(':') + 1) : "";
    }
}
