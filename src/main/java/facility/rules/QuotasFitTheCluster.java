package facility.rules;

import facility.Capacity;
import facility.CapacityReport;
import facility.CapacityRow;
import facility.Experiment;
import facility.Facility;
import facility.Named;
import facility.Namespace;
import facility.Nearest;
import facility.Problems;
import facility.Quota;
import java.util.Collection;
import java.util.TreeMap;

/**
 * The quotas together promise no more than there is: CPU and memory with the declared over-commit, MIG slices and
 * storage without any. One namespace that asks for too much is named itself; otherwise the sum is.
 */
final class QuotasFitTheCluster implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        var there = Capacity.of(facility);
        for (Namespace namespace : facility.namespaces()) {
            String path = Paths.of(namespace) + ".quota.";
            counts(path, namespace.quota(), problems);
            known(path, namespace.quota(), there, facility, problems);
        }
        for (Experiment experiment : facility.experiments()) {
            String path = Paths.of(experiment) + ".quota.";
            counts(path, experiment.quota(), problems);
            known(path, experiment.quota(), there, facility, problems);
        }
        CapacityReport.of(facility).stream()
                // What there is none of was named where it is asked for; without layouts nothing is known of slices.
                .filter(row -> !row.available().isZero() && !row.fits())
                .filter(row -> facility.layoutsResolve() || !row.key().startsWith("gpu["))
                .forEach(row -> tooMuch(row, problems));
    }

    /** One namespace that asks for more than there is at all is named itself; otherwise the sum is. */
    private static void tooMuch(CapacityRow row, Problems problems) {
        var alone = new TreeMap<>(row.byNamespace());
        alone.values().removeIf(share -> share.compareTo(row.most()) <= 0);
        alone.forEach((namespace, share) -> problems.add(
                "namespaces[" + namespace + "].quota." + row.key(),
                "is above the capacity",
                share.toString(),
                capacity(row) + ", which is " + share.minus(row.most()).readable() + " less",
                "lower it, or declare more"));
        if (alone.isEmpty()) {
            problems.add(
                    "namespaces",
                    "promise more " + row.key() + " than there is",
                    row.promised().toString(),
                    capacity(row) + ", which is "
                            + row.promised().minus(row.most()).readable() + " less; " + shares(row),
                    "lower one of these quotas, or declare more");
        }
    }

    private static String capacity(CapacityRow row) {
        boolean plain = row.ceiling().value() == 100;
        return "the facility has " + row.available() + " " + row.unit()
                + (plain ? "" : " and may promise " + row.ceiling() + " of it: " + row.most());
    }

    private static String shares(CapacityRow row) {
        return String.join(
                " + ",
                row.byNamespace().entrySet().stream()
                        .map(share -> share.getKey() + " " + share.getValue())
                        .toList());
    }

    private static void counts(String path, Quota quota, Problems problems) {
        quota.amounts().forEach((key, amount) -> {
            if (amount.isNegative()) {
                problems.add(path + key, "is negative", amount.toString(), "0 or more", "correct the amount");
            }
        });
    }

    private static void known(String path, Quota quota, Capacity there, Facility facility, Problems problems) {
        for (String name : quota.storage().keySet()) {
            if (!there.storage().containsKey(name)) {
                var classes =
                        facility.storage().classes().stream().map(Named::name).toList();
                unknown(path + "storage[" + name + "]", "is no storage class", name, classes, problems);
            }
        }
        for (String profile : quota.gpu().keySet()) {
            if (facility.layoutsResolve() && !there.slices().containsKey(profile)) {
                unknown(
                        path + "gpu[" + profile + "]",
                        "is a slice that no node pool has",
                        profile,
                        there.slices().keySet(),
                        problems);
            }
        }
    }

    private static void unknown(String path, String what, String name, Collection<String> known, Problems problems) {
        String hint = Nearest.hint(name, known);
        String declared = known.isEmpty() ? "there is none" : "there are " + String.join(", ", known);
        problems.add(path, what, "\"" + name + "\"", declared, hint.isEmpty() ? "use one of these" : hint);
    }
}
