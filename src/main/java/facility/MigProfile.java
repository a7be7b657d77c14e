package facility;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One kind of slice of a GPU card.
 *
 * @param name as NVIDIA writes it: {@code 2g.20gb}, {@code 1g.10gb+me}
 * @param compute compute slices it takes
 * @param memory memory slices it takes
 * @param max how many of it a card can hold
 * @param starts the memory slices at which it may begin
 */
public record MigProfile(String name, int compute, int memory, int max, List<Integer> starts) {
    private static final String RESOURCE_PREFIX = "nvidia.com/mig-";

    public MigProfile {
        requireNonNull(name, "name is null");
        starts = List.copyOf(starts);
    }

    /** Whether it holds the card's media engines (JPEG, optical flow), of which a card has one set. */
    public boolean mediaEngines() {
        return name.endsWith("+me");
    }

    /** The extended resource that the device plugin offers in its mixed strategy. */
    public String resourceName() {
        return resourceName(name);
    }

    /** The extended resource of a profile known by name only; a plus sign is no character of a resource name. */
    public static String resourceName(String profile) {
        return RESOURCE_PREFIX + profile.replace('+', '.');
    }

    /** The profile whose extended resource this is; empty if it is none of a slice. */
    static Optional<String> nameOf(String resource) {
        if (!resource.startsWith(RESOURCE_PREFIX)) {
            return Optional.empty();
        }
        String profile = resource.substring(RESOURCE_PREFIX.length());
        int engines = profile.indexOf(".me");
        return Optional.of(
                engines < 0 ? profile : profile.substring(0, engines) + "+" + profile.substring(engines + 1));
    }
}
