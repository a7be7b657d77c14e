package facility.storage;

import static java.util.Objects.requireNonNull;

import facility.Named;

/**
 * An experiment's files reached from outside by HTTPS, beside the S3 route: one area, one host, one server. Its TLS ends
 * at the router, and nobody gets in without proving who it is.
 *
 * @param host the Route's host, without scheme
 * @param area the NFS area that it leads to, and nothing else; where that is read-only, so is the door
 * @param server what answers, and whom it knows
 */
public record DataDoor(String name, String host, String area, DoorServer server) implements Named {
    public DataDoor {
        requireNonNull(name, "name is null");
        requireNonNull(host, "host is null");
        requireNonNull(area, "area is null");
        requireNonNull(server, "server is null");
    }

    /** Of its Deployment, Service, Route and Secret. */
    public String object() {
        return "data-" + name;
    }
}
