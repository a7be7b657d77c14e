package facility.ferry;

import static java.util.Objects.requireNonNull;

import facility.SecretValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * FERRY, the laboratory's registry of people: who is in which of the hub's groups, read at a schedule.
 *
 * @param url its address, https, with a port where it has one of its own
 * @param caCertificate the authority that signed its certificate, as PEM; empty for the image's own list
 * @param networks the networks that it answers from, as CIDR: nothing else is reached
 * @param schedule when it is read, in cron's five fields
 * @param deadline how long one reading may take
 * @param dryRun whether it is only said what would change
 * @param members where each group's members come from, by the group's name
 * @param handKept the groups whose members an administrator of the hub keeps
 */
public record Ferry(
        String url,
        Optional<String> caCertificate,
        List<String> networks,
        String schedule,
        Duration deadline,
        RemovalLimit removals,
        boolean dryRun,
        List<MemberSource> members,
        List<String> handKept) {
    public static final SecretValue CERTIFICATE =
            SecretValue.pem("ferryCertificate", "is the certificate that the registry knows the facility by");
    public static final SecretValue KEY = SecretValue.pem("ferryKey", "is the key of ferryCertificate");
    public static final SecretValue HUB_TOKEN =
            SecretValue.hex("ferryHubToken", "lets the reading of the registry change the hub's groups and users");

    public Ferry {
        requireNonNull(url, "url is null");
        requireNonNull(caCertificate, "caCertificate is null");
        networks = List.copyOf(networks);
        requireNonNull(schedule, "schedule is null");
        requireNonNull(deadline, "deadline is null");
        requireNonNull(removals, "removals is null");
        members = List.copyOf(members);
        handKept = List.copyOf(handKept);
    }

    /** The secrets that reading it needs. */
    public List<SecretValue> secrets() {
        return List.of(CERTIFICATE, HUB_TOKEN, KEY);
    }
}
