package facility.rules;

import facility.Collaboration;
import facility.Experiment;
import facility.Flavour;
import facility.GpuService;
import facility.Namespace;

/** Where the nouns stand in the declaration, as messages name them. */
final class Paths {
    private Paths() {}

    static String of(Collaboration collaboration) {
        return "catalogue.collaborations[" + collaboration.name() + "]";
    }

    static String of(Collaboration collaboration, Flavour flavour) {
        return of(collaboration) + ".flavours[" + flavour.name() + "]";
    }

    static String of(GpuService service) {
        return "gpu.services[" + service.name() + "]";
    }

    static String of(Namespace namespace) {
        return "namespaces[" + namespace.name() + "]";
    }

    static String of(Experiment experiment) {
        return "experiments[" + experiment.name() + "]";
    }
}
