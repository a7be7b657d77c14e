package facility.rules;

import facility.CapacityReport;
import facility.CapacityRow;
import facility.Experiment;
import facility.Facility;
import facility.Named;
import facility.Namespace;
import facility.Nearest;
import facility.Problems;
import facility.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An experiment's total lies between the largest quota of its namespaces and their sum: below the one a namespace is
 * promised what it never gets, above the other the total limits nothing.
 */
final class ExperimentsHoldTheirNamespaces implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        var names = facility.experiments().stream().map(Named::name).toList();
        var lost = facility.namespaces().stream()
                .filter(namespace -> !namespace.experiment().equals(Experiment.FACILITY))
                .filter(namespace -> !names.contains(namespace.experiment()))
                .toList();
        lost.forEach(namespace -> belongsNowhere(namespace, names, problems));
        var capacity =
                CapacityReport.of(facility).stream().collect(Collectors.toMap(CapacityRow::key, Function.identity()));
        for (Experiment experiment : facility.experiments()) {
            if (experiment.name().equals(Experiment.FACILITY)) {
                problems.add(
                        Paths.of(experiment),
                        "is no experiment",
                        "\"" + experiment.name() + "\"",
                        "the word for the facility's own namespaces, over which there is no total",
                        "rename it");
            } else {
                holds(experiment, facility.namespacesOf(experiment), problems);
                if (lost.isEmpty()) {
                    limits(experiment, facility.namespacesOf(experiment), capacity, problems);
                }
            }
        }
    }

    private static void belongsNowhere(Namespace namespace, List<String> names, Problems problems) {
        String hint = Nearest.hint(namespace.experiment(), names);
        problems.add(
                Paths.of(namespace) + ".experiment",
                "is no declared experiment",
                "\"" + namespace.experiment() + "\"",
                "declared are " + String.join(", ", names) + "; the facility's own write " + Experiment.FACILITY,
                hint.isEmpty() ? "add it under experiments" : hint);
    }

    private static void holds(Experiment experiment, List<Namespace> namespaces, Problems problems) {
        if (namespaces.isEmpty()) {
            problems.add(
                    Paths.of(experiment),
                    "has no namespace",
                    "",
                    "at least one namespace names it as its experiment",
                    "add \"experiment: " + experiment.name() + "\" to a namespace, or remove it");
            return;
        }
        var total = experiment.quota().amounts();
        for (Namespace namespace : namespaces) {
            namespace.quota().amounts().forEach((key, amount) -> {
                Quantity most = total.getOrDefault(key, Quantity.ZERO);
                if (amount.compareTo(most) > 0 && !most.isNegative()) {
                    problems.add(
                            Paths.of(namespace) + ".quota." + key,
                            "is above its experiment's total",
                            amount.toString(),
                            "experiment " + experiment.name() + " has " + most + " in all",
                            "lower it, or raise " + Paths.of(experiment) + ".quota." + key);
                }
            });
        }
    }

    /** Not while a namespace is lost to a misspelt experiment: the sums would tell of nothing else. */
    private static void limits(
            Experiment experiment, List<Namespace> namespaces, Map<String, CapacityRow> capacity, Problems problems) {
        experiment.quota().amounts().forEach((key, amount) -> {
            var row = Optional.ofNullable(capacity.get(key));
            boolean somewhere = row.map(there -> !there.available().isZero()).orElse(!key.contains("["));
            if (!somewhere) {
                // A storage class or a slice that is nowhere is named by the rule on quotas.
                return;
            }
            if (row.isPresent() && amount.compareTo(row.get().most()) > 0) {
                tooMuch(experiment, key, row.get(), problems);
            } else if (!namespaces.isEmpty()) {
                unreachable(experiment, namespaces, key, problems);
            }
        });
    }

    private static void tooMuch(Experiment experiment, String key, CapacityRow there, Problems problems) {
        problems.add(
                Paths.of(experiment) + ".quota." + key,
                "is above the capacity",
                experiment.quota().amounts().get(key).toString(),
                "the facility may promise " + there.most() + " " + there.unit(),
                "lower it, or declare more");
    }

    private static void unreachable(Experiment experiment, List<Namespace> namespaces, String key, Problems problems) {
        Quantity total = experiment.quota().amounts().get(key);
        Quantity sum = namespaces.stream()
                .map(namespace -> namespace.quota().amounts().getOrDefault(key, Quantity.ZERO))
                .reduce(Quantity.ZERO, Quantity::plus);
        if (total.compareTo(sum) > 0) {
            problems.add(
                    Paths.of(experiment) + ".quota." + key,
                    "limits nothing",
                    total.toString(),
                    "its namespaces may ask for " + sum + " together: "
                            + namespaces.stream().map(Named::name).collect(Collectors.joining(", ")),
                    "lower it, or raise their quotas");
        }
    }
}
