package cli;

import images.Answer;
import images.Registries;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
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

    Map<String, Answer> ask(Collection<String> images) {
        return new Progress(System.err)
                .during("asking registries for " + images.size() + " images", () -> registries.ask(images));
    }
}
