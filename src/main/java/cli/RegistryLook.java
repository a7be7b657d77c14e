package cli;

import images.Answer;
import images.Registries;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import promotion.ImagesFound;
import release.Release;
import stacks.CheckedFacility;
import toolchain.Progress;

/** Asks registries as the user who runs this; said on the other stream, for a registry may be slow. */
final class RegistryLook {
    private final Registries registries;

    RegistryLook(Registries registries) {
        this.registries = registries;
    }

    static RegistryLook ofUser() {
        return new RegistryLook(Registries.ofUser(System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    /** What a release would find there: on a twin no image is pulled, and none is asked for. */
    ImagesFound found(On on, CheckedFacility checked) {
        if (on == On.TWIN) {
            return ImagesFound.notAsked("on a twin no image is pulled");
        }
        var digests = new TreeMap<String, String>();
        var faults = new TreeMap<String, String>();
        ask(NamedImages.of(checked).keySet()).forEach((image, answer) -> {
            answer.digest().ifPresent(digest -> digests.put(image, digest));
            if (!answer.isFound()) {
                faults.put(image, answer.outcome().word() + ": " + answer.reason());
            }
        });
        return new ImagesFound(Optional.empty(), digests, faults);
    }

    /** A line that says of which images a new release holds no digest. */
    static Optional<String> withoutDigest(On on, Release release) {
        var unknown = new TreeSet<>(release.images());
        unknown.removeAll(release.imageDigests().keySet());
        return on == On.TWIN || unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("no digest:   of " + String.join(", ", unknown) + "; why, says ./facility images "
                        + release.environment() + " --on cluster");
    }

    Map<String, Answer> ask(Collection<String> images) {
        return new Progress(System.err)
                .during("asking registries for " + images.size() + " images", () -> registries.ask(images));
    }
}
