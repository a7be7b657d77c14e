package checklist;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kube.Declared;
import kube.PodSpecs;

/** Which images are named by tag: after an upgrade every node pulls anew, and a tag may lead elsewhere by then. */
final class PinnedImages implements Check {
    @Override
    public String id() {
        return "images";
    }

    @Override
    public Item look(Subject subject) {
        var byTag = new TreeSet<String>();
        for (Declared declared : subject.objects()) {
            PodSpecs.of(declared.object()).ifPresent(spec -> containers(spec)
                    .forEach(container -> note(container.getImage(), declared.kind() + " " + declared.name(), byTag)));
        }
        subject.facility().catalogue().collaborations().forEach(collaboration -> collaboration
                .offered()
                .forEach(flavour -> note(
                        flavour.image().toString(), "flavour " + collaboration.name() + "/" + flavour.name(), byTag)));
        return Item.worthKnowing(id(), "every image is pinned by its digest", List.copyOf(byTag));
    }

    private static List<Container> containers(PodSpec spec) {
        var all = new ArrayList<>(spec.getContainers());
        all.addAll(spec.getInitContainers());
        return all;
    }

    private static void note(String image, String user, Set<String> byTag) {
        if (!image.contains("@sha256:")) {
            byTag.add(user + ": " + image);
        }
    }
}
