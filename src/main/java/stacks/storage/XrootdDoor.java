package stacks.storage;

import facility.storage.DataDoor;
import facility.storage.DoorServer;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * XRootD by HTTP, where each request's token says what it may.
 *
 * @see <a href="https://xrootd.web.cern.ch/doc/dev55/xrd_config.htm">XRootD's configuration, 5.5</a>
 * @see <a href="https://github.com/xrootd/xrootd/tree/v5.5.3/src/XrdSciTokens">its authorization by tokens</a>
 */
record XrootdDoor(DataDoor door, DoorServer.Xrootd server, boolean readOnly) implements DoorProgram {
    static final String SERVER_FILE = "xrootd.cfg";
    static final String TOKENS_FILE = "scitokens.cfg";
    static final String FILES = "/srv/xrootd-door";

    /** The one folder that it writes to beside the area: its sockets, and the issuers' keys. */
    static final String STATE = "/run/xrootd-door";

    @Override
    public ContainerBuilder container() {
        return new ContainerBuilder()
                .withCommand("xrootd", "-c", FILES + "/" + SERVER_FILE)
                .addNewEnv()
                .withName("XDG_CACHE_HOME")
                .withValue(STATE)
                .endEnv()
                .addNewVolumeMount()
                .withName("files")
                .withMountPath(FILES)
                .withReadOnly(true)
                .endVolumeMount()
                .addNewVolumeMount()
                .withName("state")
                .withMountPath(STATE)
                .endVolumeMount();
    }

    @Override
    public List<Volume> volumes() {
        return List.of(
                new VolumeBuilder()
                        .withName("files")
                        .withNewConfigMap()
                        .withName(door.object())
                        .endConfigMap()
                        .build(),
                new VolumeBuilder()
                        .withName("state")
                        .withNewEmptyDir()
                        .endEmptyDir()
                        .build());
    }

    @Override
    public List<HasMetadata> files(ObjectMeta metadata) {
        return List.of(new ConfigMapBuilder()
                .withMetadata(metadata)
                .withData(configuration())
                .build());
    }

    @Override
    public Map<String, String> annotations() {
        return Map.of("checksum/files", digest());
    }

    @Override
    public boolean asksOthers() {
        return true;
    }

    private Map<String, String> configuration() {
        return new TreeMap<>(Map.of(SERVER_FILE, serverFile(), TOKENS_FILE, tokensFile()));
    }

    private String serverFile() {
        return String.join(
                "\n",
                // The one port for both of its protocols; a token is asked for by either.
                "xrd.port " + PORT,
                "xrd.protocol http:" + PORT + " libXrdHttp.so",
                "oss.localroot " + DoorObjects.AREA,
                "all.export /" + (readOnly ? " r/o" : ""),
                "all.adminpath " + STATE,
                "all.pidpath " + STATE,
                "ofs.authorize 1",
                "ofs.authlib libXrdAccSciTokens.so config=" + FILES + "/" + TOKENS_FILE,
                "http.header2cgi Authorization authz",
                "");
    }

    private String tokensFile() {
        var text = new StringBuilder("[Global]\naudience = https://" + door.host() + "\nonmissing = deny\n");
        for (int i = 0; i < server.issuers().size(); i++) {
            // Its section's name is for the log alone.
            text.append("\n[Issuer issuer-").append(i + 1).append("]\n");
            text.append("issuer = ").append(server.issuers().get(i)).append('\n');
            // The whole area: what of it, each token says.
            text.append("base_path = /\n");
        }
        return text.toString();
    }

    private String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(configuration().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
