package posting;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A CI job's variables, read one by one; their faults are collected, for a person mends them all at once. */
final class Variables {
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{8,}");

    private final Map<String, String> values;
    private final List<String> faults = new ArrayList<>();

    Variables(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    boolean has(String name) {
        return !values.getOrDefault(name, "").isBlank();
    }

    /**
     * Whether they are of a job of GitLab, and not of GitHub.
     *
     * @throws HostSettingsException when they are of both, or neither
     */
    boolean isGitLab() {
        boolean gitLab = has("GITLAB_CI") || has("CI_API_V4_URL");
        boolean gitHub = has("GITHUB_ACTIONS") || has("GITHUB_REPOSITORY");
        if (gitLab == gitHub) {
            fault("GITLAB_CI, GITHUB_ACTIONS: " + (gitLab ? "both are set" : "neither is set")
                    + "; a run is for a merge request of GitLab or a pull request of GitHub; run it as a job of"
                    + " one of them, see .gitlab-ci.yml and .github/workflows/facility.yml");
            throw faulty();
        }
        return gitLab;
    }

    Optional<String> find(String name) {
        return Optional.of(values.getOrDefault(name, "").strip()).filter(value -> !value.isEmpty());
    }

    void fault(String text) {
        faults.add(text);
    }

    /** The value when it has the form; otherwise a fault, and an empty word in its place. */
    String require(String name, Pattern form, String allowed) {
        if (!has(name)) {
            fault(name + ": is not set; " + allowed);
            return "";
        }
        String value = find(name).orElseThrow();
        if (!form.matcher(value).matches()) {
            fault(name + ": is not of its form, \"" + value + "\"; " + allowed);
        }
        return value;
    }

    /** Its value is in no fault: not even a wrong one may be seen. */
    Token token(String name, String mend) {
        String value = values.getOrDefault(name, "");
        if (value.isBlank()) {
            fault(name + ": is not set; " + mend);
        } else if (!TOKEN.matcher(value).matches()) {
            fault(
                    name
                            + ": is no token, for it is short, or holds a space, a line end or a letter that none has; set it again");
        }
        return new Token(value);
    }

    /** An API's root: over TLS, for a token goes there, unless it is this machine. */
    URI api(String name, String allowed) {
        String value = find(name).orElse("");
        if (value.isEmpty()) {
            fault(name + ": is not set; " + allowed);
            return URI.create("https://unset.invalid");
        }
        try {
            var address = new URI(value.replaceAll("/+$", ""));
            boolean plain =
                    "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && here(address));
            if (plain && address.getHost() != null && address.getUserInfo() == null && address.getQuery() == null) {
                return address;
            }
        } catch (java.net.URISyntaxException e) {
            // Said below: what is wrong with it is plain to see.
        }
        fault(name + ": no address that a token may be sent to; " + allowed);
        return URI.create("https://unset.invalid");
    }

    private static boolean here(URI address) {
        try {
            // Only names that need no look-up: what a name server says is nothing to send a token by.
            return address.getHost() != null
                    && address.getHost().matches("localhost|127\\.[0-9.]+|\\[::1]")
                    && InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    void refuseFaulty() {
        if (!faults.isEmpty()) {
            throw faulty();
        }
    }

    HostSettingsException faulty() {
        return new HostSettingsException(faults);
    }
}
