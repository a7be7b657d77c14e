package facility;

import java.util.List;

/** The profile tables of the two MIG geometries. */
final class GpuCardProfiles {
    private static final List<Integer> ANY_OF_SEVEN = List.of(0, 1, 2, 3, 4, 5, 6);
    private static final List<Integer> ANY_OF_FOUR = List.of(0, 1, 2, 3);

    private GpuCardProfiles() {}

    /** Seven compute and eight memory slices; the names differ by what an eighth, two, four and all eighths hold. */
    static List<MigProfile> seven(String eighth, String quarter, String half, String whole) {
        return List.of(
                new MigProfile("1g." + eighth, 1, 1, 7, ANY_OF_SEVEN),
                new MigProfile("1g." + eighth + "+me", 1, 1, 1, ANY_OF_SEVEN),
                new MigProfile("1g." + quarter, 1, 2, 4, List.of(0, 2, 4, 6)),
                new MigProfile("2g." + quarter, 2, 2, 3, List.of(0, 2, 4)),
                new MigProfile("3g." + half, 3, 4, 2, List.of(0, 4)),
                new MigProfile("4g." + half, 4, 4, 1, List.of(0)),
                new MigProfile("7g." + whole, 7, 8, 1, List.of(0)));
    }

    static List<MigProfile> a30() {
        return List.of(
                new MigProfile("1g.6gb", 1, 1, 4, ANY_OF_FOUR),
                new MigProfile("1g.6gb+me", 1, 1, 1, ANY_OF_FOUR),
                new MigProfile("2g.12gb", 2, 2, 2, List.of(0, 2)),
                new MigProfile("2g.12gb+me", 2, 2, 1, List.of(0, 2)),
                new MigProfile("4g.24gb", 4, 4, 1, List.of(0)));
    }
}
