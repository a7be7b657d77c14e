package campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who brings the same objects to the same API server. */
enum Contestant {
    KUBECTL("kubectl", "`kubectl diff` or `apply`, `--server-side`"),
    FACILITY("facility", "`./facility preview` or `up --yes`"),
    TYPESCRIPT("typescript", "Pulumi's TypeScript SDK, 2,000 requests a second as ours"),
    TYPESCRIPT_50("typescript-50", "Pulumi's TypeScript SDK, upstream's default of 50 a second"),
    GO("go", "Pulumi's Go SDK, 2,000 requests a second as ours"),
    GO_50("go-50", "Pulumi's Go SDK, upstream's default of 50 a second"),
    HTTP("http", "floor: the dry runs alone, by the JDK's HTTP client"),
    TYPESCRIPT_EMPTY("typescript-empty", "floor: engine and provider by TypeScript's Automation, nothing declared"),
    GO_EMPTY("go-empty", "floor: engine and provider by Go's Automation, nothing declared");

    private final String key;
    private final String title;

    Contestant(String key, String title) {
        this.key = key;
        this.title = title;
    }

    static Optional<Contestant> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    static String keys() {
        return Arrays.stream(values()).map(Contestant::key).collect(Collectors.joining(" "));
    }

    String key() {
        return key;
    }

    String title() {
        return title;
    }

    /** One of Pulumi's SDKs, with a state of its own. */
    boolean isSdk() {
        return List.of(TYPESCRIPT, TYPESCRIPT_50, GO, GO_50).contains(this);
    }

    boolean isTypescript() {
        return this == TYPESCRIPT || this == TYPESCRIPT_50 || this == TYPESCRIPT_EMPTY;
    }

    boolean hasDefaultLimits() {
        return this == TYPESCRIPT_50 || this == GO_50;
    }

    boolean isEmpty() {
        return this == TYPESCRIPT_EMPTY || this == GO_EMPTY;
    }

    /** The floors are of previews: of one each, that of the rest is the same. */
    boolean runs(SpeedRow row) {
        return switch (this) {
            case HTTP -> !row.isUp();
            case TYPESCRIPT_EMPTY, GO_EMPTY -> row == SpeedRow.SAME;
            default -> true;
        };
    }
}
