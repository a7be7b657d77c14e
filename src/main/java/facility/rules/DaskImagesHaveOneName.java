package facility.rules;

import facility.Collaboration;
import facility.Facility;
import facility.Flavour;
import facility.Problems;
import java.util.TreeMap;

/** Each image that Dask clusters may run in has a name of its own: users choose by it. */
final class DaskImagesHaveOneName implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        var paths = new TreeMap<String, String>();
        facility.dask().images().forEach(each -> paths.put(each.name(), "dask.images[" + each.name() + "]"));
        for (Collaboration collaboration : facility.catalogue().collaborations()) {
            for (Flavour flavour : collaboration.offered()) {
                String path = Paths.of(collaboration, flavour) + ".dask";
                flavour.dask().ifPresent(name -> {
                    String first = paths.putIfAbsent(name, path);
                    if (first != null) {
                        problems.add(
                                path,
                                "is the name of two images",
                                "\"" + name + "\"",
                                "one for each image; the other is at " + first,
                                "rename one of them");
                    }
                });
            }
        }
    }
}
