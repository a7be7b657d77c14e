package facility.rules;

import facility.Collaboration;
import facility.Facility;
import facility.Flavour;
import facility.GpuService;
import facility.Named;
import facility.Nearest;
import facility.Problems;

/** A flavour that is bound to a service with GPUs names a declared one, which lets its users in. */
final class FlavoursReachTheirService implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        for (Collaboration collaboration : facility.catalogue().collaborations()) {
            for (Flavour flavour : collaboration.flavours()) {
                flavour.gpuService().ifPresent(name -> {
                    String path = Paths.of(collaboration, flavour);
                    facility.gpu()
                            .service(name)
                            .ifPresentOrElse(
                                    service -> bound(facility, collaboration, flavour, service, problems),
                                    () -> unknown(facility, name, path, problems));
                    flavour.gpu()
                            .ifPresent(slice -> problems.add(
                                    path + ".gpuService",
                                    "is beside a slice",
                                    "\"" + name + "\"",
                                    "either gpuService or gpu, which is " + slice,
                                    "remove one of them: nobody else could have the slice meanwhile"));
                });
            }
        }
    }

    private static void unknown(Facility facility, String name, String path, Problems problems) {
        var known = facility.gpu().services().stream().map(Named::name).toList();
        String hint = Nearest.hint(name, known);
        problems.add(
                path + ".gpuService",
                "is no declared service",
                "\"" + name + "\"",
                known.isEmpty() ? "there is none" : "declared are " + String.join(", ", known),
                hint.isEmpty() ? "add it under gpu.services" : hint);
    }

    private static void bound(
            Facility facility, Collaboration collaboration, Flavour flavour, GpuService service, Problems problems) {
        String path = Paths.of(collaboration, flavour);
        String namespace = facility.hub().namespace();
        // That there is none at all is said where the service stands.
        if (!service.namespaces().isEmpty() && !service.namespaces().contains(namespace)) {
            problems.add(
                    path + ".gpuService",
                    "is a service that users' servers do not reach",
                    "\"" + service.name() + "\"",
                    Paths.of(service) + ".namespaces has " + String.join(", ", service.namespaces()),
                    "add " + namespace + " there");
        }
        if (flavour.environment().containsKey(service.variable())) {
            problems.add(
                    path + ".environment[" + service.variable() + "]",
                    "is what the service sets",
                    "\"" + flavour.environment().get(service.variable()) + "\"",
                    Paths.of(service) + " sets it to its endpoint",
                    "remove it");
        }
        service.groups().ifPresent(allowed -> flavour.groups().orElse(collaboration.groups()).stream()
                .filter(group -> !allowed.contains(group))
                .forEach(group -> problems.add(
                        path + ".gpuService",
                        "is a service that is not for all who see the flavour",
                        "\"" + group + "\"",
                        Paths.of(service) + ".groups has " + String.join(", ", allowed),
                        "add " + group + " there, or narrow the flavour's groups")));
    }
}
