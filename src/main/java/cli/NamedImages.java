package cli;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import policies.rules.ImageNames;
import stacks.CheckedFacility;

/** The images that an environment needs: those that its objects name, as the rules see them, and its declaration's. */
final class NamedImages {
    /** Stands for what no object names as an image, such as one that is put together from its parts. */
    private static final String DECLARATION = "the declaration";

    private NamedImages() {}

    /** Each image, to the objects that name it: {@code Deployment jupyterhub/hub}. */
    static Map<String, SortedSet<String>> of(CheckedFacility checked) {
        var named = new TreeMap<String, SortedSet<String>>();
        for (var resource : DesiredResources.of(checked, "")) {
            ImageNames.of(resource).values().forEach(image -> named.computeIfAbsent(image, first -> new TreeSet<>())
                    .add(resource.title()));
        }
        DeclaredParts.of(checked.facility())
                .images()
                .forEach(image -> named.computeIfAbsent(image, only -> new TreeSet<>(java.util.Set.of(DECLARATION))));
        return named;
    }
}
