package cli;

import change.ResourceDrift;
import difference.FieldChange;
import drift.DriftLeases;
import facility.Environment;
import java.util.ArrayList;
import java.util.List;

/** The entries that let a resource's drift be; who, why and until when, only a person can say. */
final class DriftLeaseEntry {
    private DriftLeaseEntry() {}

    static List<String> of(ResourceDrift drift, Environment environment) {
        if (drift.gone()) {
            return List.of(
                    drift.title() + " is gone: there is nothing to let be. Take it back with --revert, or take it"
                            + " out of the declaration");
        }
        var lines = new ArrayList<String>();
        lines.add("# in " + DriftLeases.FILE + ", below leases:; fill in owner, reason and the last day");
        for (FieldChange field : drift.properties()) {
            lines.add("  - resource: " + drift.title());
            lines.add("    field: " + quoted(field.path()));
            lines.add("    environment: " + environment.key());
            lines.add("    owner: ");
            lines.add("    reason: ");
            lines.add("    end: ");
        }
        return lines;
    }

    private static String quoted(String path) {
        return path.contains(": ") || path.contains(" #") ? "'" + path.replace("'", "''") + "'" : path;
    }
}
