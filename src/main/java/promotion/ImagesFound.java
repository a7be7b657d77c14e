package promotion;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What registries say of the images that an environment would run.
 *
 * @param notAsked why none was asked; empty where they were
 * @param digests of those that can be had, by image
 * @param faults why one cannot be had, by image
 */
public record ImagesFound(Optional<String> notAsked, Map<String, String> digests, Map<String, String> faults) {
    public ImagesFound {
        requireNonNull(notAsked, "notAsked is null");
        digests = new TreeMap<>(digests);
        faults = new TreeMap<>(faults);
    }

    public static ImagesFound notAsked(String why) {
        return new ImagesFound(Optional.of(why), Map.of(), Map.of());
    }
}
