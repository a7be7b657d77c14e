package cli;

import change.ChangeSet;
import change.Notice;
import change.ResourceDrift;
import drift.DriftLeases;
import java.util.stream.Stream;
import promotion.DriftFound;

/** What a preview of the very release says of its cluster: whatever it finds is drift, for it declares what was applied. */
final class DriftNow {
    private DriftNow() {}

    static DriftFound of(ChangeSet preview, DriftLeases leases) {
        if (preview.exitCode() != Exit.DONE.code()) {
            return DriftFound.unknown(preview.notices().stream()
                    .map(Notice::message)
                    .findFirst()
                    .orElse("its preview ends with exit code " + preview.exitCode()));
        }
        var open = Stream.concat(
                        preview.drift().stream()
                                .filter(drift -> !isLeased(drift, leases))
                                .map(DriftNow::title),
                        preview.changes().stream().map(change -> change.stack() + "/" + change.name()))
                .distinct()
                .toList();
        var leased = preview.drift().stream()
                .filter(drift -> isLeased(drift, leases))
                .flatMap(drift -> leases.covering(drift).stream())
                .distinct()
                .sorted()
                .toList();
        return new DriftFound(open, leased);
    }

    /** Wholly: of what shows no field, no lease can speak. */
    private static boolean isLeased(ResourceDrift drift, DriftLeases leases) {
        return leases.cover(drift) && !leases.covering(drift).isEmpty();
    }

    private static String title(ResourceDrift drift) {
        return drift.stack() + "/" + drift.name()
                + (drift.managers().isEmpty() ? "" : " (by " + String.join(", ", drift.managers()) + ")");
    }
}
