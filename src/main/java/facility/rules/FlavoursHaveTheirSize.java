package facility.rules;

import facility.Catalogue;
import facility.Collaboration;
import facility.Facility;
import facility.Flavour;
import facility.Named;
import facility.Nearest;
import facility.Problems;
import facility.Quantity;
import facility.Size;
import java.util.List;

/** Sizes are possible, and every flavour has one: by name, with what it says itself over it, or all of its own. */
final class FlavoursHaveTheirSize implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        Catalogue catalogue = facility.catalogue();
        catalogue.sizes().forEach(size -> possible("catalogue.sizes[" + size.name() + "]", size, problems));
        for (Collaboration collaboration : catalogue.collaborations()) {
            for (Flavour flavour : collaboration.flavours()) {
                String path = Paths.of(collaboration, flavour);
                var size = catalogue.sizeOf(flavour);
                if (size.isEmpty()) {
                    none(path + ".size", flavour, catalogue, problems);
                } else if (flavour.hasOwnAmounts()) {
                    possible(path, size.get(), problems);
                }
            }
        }
    }

    private static void none(String path, Flavour flavour, Catalogue catalogue, Problems problems) {
        List<String> known = catalogue.sizes().stream().map(Named::name).toList();
        String sizes = known.isEmpty() ? "none is declared" : "declared are " + String.join(", ", known);
        if (flavour.size().isPresent()) {
            String hint = Nearest.hint(flavour.size().get(), known);
            problems.add(
                    path,
                    "is no declared size",
                    "\"" + flavour.size().get() + "\"",
                    sizes,
                    hint.isEmpty() ? "use one of these, or add it under catalogue.sizes" : hint);
        } else {
            problems.add(
                    path,
                    "is missing",
                    "",
                    sizes,
                    "name one of these, or write all of cpu, cpuGuarantee, memory and memoryGuarantee");
        }
    }

    private static void possible(String path, Size size, Problems problems) {
        limit(path + ".cpu", size.cpu(), problems);
        limit(path + ".memory", size.memory(), problems);
        guarantee(path, "cpu", size.cpuGuarantee(), size.cpu(), problems);
        guarantee(path, "memory", size.memoryGuarantee(), size.memory(), problems);
    }

    /** Kubernetes takes a limit of 0 for none. */
    private static void limit(String path, Quantity most, Problems problems) {
        if (most.isZero() || most.isNegative()) {
            problems.add(path, "is no limit", most.toString(), "more than 0", "write the most that a server may use");
        }
    }

    private static void guarantee(String path, String key, Quantity kept, Quantity most, Problems problems) {
        if (kept.compareTo(most) > 0 || kept.isNegative()) {
            problems.add(
                    path + "." + key + "Guarantee",
                    "is no possible guarantee",
                    kept.toString(),
                    "from 0 to the limit " + most + " in " + key,
                    "lower it or raise " + key);
        }
    }
}
