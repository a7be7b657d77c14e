package facility.storage;

import static java.util.Objects.requireNonNull;

import facility.Image;
import facility.SecretValue;
import facility.Typed;
import java.util.List;
import java.util.Optional;

/** The program behind a {@link DataDoor}. Both speak WebDAV; they differ in how a caller proves who it is. */
public sealed interface DoorServer extends Typed {
    Image image();

    /** What the server itself has to be told and nobody may read. */
    Optional<SecretValue> secret(String door);

    /**
     * rclone's WebDAV server, for curl, file managers and rclone itself: one account with a password.
     *
     * @param account the name that goes with the password
     */
    record Webdav(Image image, String account) implements DoorServer {
        public Webdav {
            requireNonNull(image, "image is null");
            requireNonNull(account, "account is null");
        }

        @Override
        public Optional<SecretValue> secret(String door) {
            return Optional.of(SecretValue.text(
                    "dataDoorPassword-" + door, "is what " + account + " shows at the data door " + door));
        }
    }

    /**
     * XRootD over HTTPS ({@code davs://}), for grid tools: whoever has a bearer token of an issuer may what the token
     * says.
     *
     * @param issuers who signs tokens, as the tokens name them in {@code iss}; their keys are fetched from there
     */
    record Xrootd(Image image, List<String> issuers) implements DoorServer {
        public Xrootd {
            requireNonNull(image, "image is null");
            issuers = List.copyOf(issuers);
        }

        @Override
        public Optional<SecretValue> secret(String door) {
            return Optional.empty();
        }
    }
}
