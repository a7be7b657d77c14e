package promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import release.Release;
import target.RefusedException;

/**
 * That a release's images can be had, and are the ones that it had. Two conditions with an override each: a registry that is
 * down is no reason to take another image.
 */
public final class ImageConditions {
    private static final String AVAILABLE = "images";
    private static final String UNMOVED = "image-digests";

    private ImageConditions() {}

    public static List<Condition> of(Release release, ImagesFound found) {
        return List.of(available(found), unmoved(release, found));
    }

    /**
     * That nothing is left that is not kept: for whoever asks nothing else.
     *
     * @param overrides condition to reason
     * @throws RefusedException with every condition that stops it
     */
    public static void require(List<Condition> conditions, Map<String, String> overrides) {
        var faults = conditions.stream()
                .filter(condition -> !condition.kept() && !overrides.containsKey(condition.name()))
                .map(condition -> condition.name() + ": " + condition.sentence())
                .toList();
        if (!faults.isEmpty()) {
            throw new RefusedException(
                    "the release may not be applied; nothing was changed:\n  " + String.join("\n  ", faults));
        }
    }

    private static Condition available(ImagesFound found) {
        if (found.notAsked().isPresent()) {
            return Condition.kept(AVAILABLE, "not asked: " + found.notAsked().get());
        }
        if (found.faults().isEmpty()) {
            return Condition.kept(AVAILABLE, "all " + found.digests().size() + " can be had");
        }
        // A registry that is down is one reason for many images.
        var byReason = found.faults().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))));
        return overridable(
                AVAILABLE,
                "cannot be had: "
                        + byReason.entrySet().stream()
                                .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                                .collect(Collectors.joining("; ")));
    }

    private static Condition unmoved(Release release, ImagesFound found) {
        if (found.notAsked().isPresent()) {
            return Condition.kept(UNMOVED, "not asked: " + found.notAsked().get());
        }
        var moved = new ArrayList<String>();
        int compared = 0;
        for (var recorded : release.imageDigests().entrySet()) {
            String now = found.digests().get(recorded.getKey());
            if (now == null) {
                continue;
            }
            compared++;
            if (!now.equals(recorded.getValue())) {
                moved.add(recorded.getKey() + " was " + recorded.getValue() + " and is " + now);
            }
        }
        if (release.imageDigests().isEmpty()) {
            return Condition.kept(
                    UNMOVED,
                    "nothing to compare: " + release.title() + " records none, as on a twin and by older programs");
        }
        return moved.isEmpty()
                ? Condition.kept(
                        UNMOVED,
                        compared + " of " + release.imageDigests().size() + " are what they were when "
                                + release.title() + " was made")
                : overridable(
                        UNMOVED,
                        "moved since " + release.title() + " was made: " + String.join("; ", moved)
                                + "; put the tag back, or name the image by its digest and bring "
                                + release.environment() + " up from that commit");
    }

    private static Condition overridable(String name, String sentence) {
        return new Condition(
                name,
                false,
                sentence + "; or give a reason when the plan is made: --override " + name + "=REASON",
                true);
    }
}
