package facility.ferry;

import static java.util.Objects.requireNonNull;

import facility.Percent;

/**
 * How many people may lose a group or their account in one reading; beyond it nothing is changed. One person always may.
 *
 * @param count at most so many
 * @param share and at most this share of everybody whom the hub knows
 */
public record RemovalLimit(int count, Percent share) {
    public RemovalLimit {
        requireNonNull(share, "share is null");
    }
}
