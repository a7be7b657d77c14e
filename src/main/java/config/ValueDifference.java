package config;

import static java.util.Objects.requireNonNull;

import facility.Location;

/**
 * A value that two environments declare differently.
 *
 * @param path as the environment's file has it: {@code hub.users.atOnce}; of an element that only one has, the element's
 */
public record ValueDifference(String path, Side first, Side second) {
    /**
     * What one of them declares.
     *
     * @param value as the file would write it; {@code (none)} where there is none
     * @param place the line of the environment's file, or the class of the shared values
     */
    public record Side(String value, Location place) {
        public Side {
            requireNonNull(value, "value is null");
            requireNonNull(place, "place is null");
        }

        /** {@code 50 (shared value, facility.SharedFacility)}. */
        @Override
        public String toString() {
            return value + " (" + (place.inFile() ? "" : "shared value, ") + place + ")";
        }
    }

    public ValueDifference {
        requireNonNull(path, "path is null");
        requireNonNull(first, "first is null");
        requireNonNull(second, "second is null");
    }
}
