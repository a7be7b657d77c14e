package health;

import facility.Facility;
import io.fabric8.openshift.api.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kube.Declared;

/** What the services of an environment are asked: each Route whether anything answers, and who knows more that. */
public final class Questions {
    private Questions() {}

    /** Of what one stack declares. */
    public static List<Question> of(Facility facility, String stack, List<Declared> objects) {
        var questions = new ArrayList<Question>();
        for (Declared declared : objects) {
            if (declared.object() instanceof Route route) {
                String host = route.getSpec().getHost();
                String path = Optional.ofNullable(route.getSpec().getPath()).orElse("/");
                questions.add(Question.answers(stack, "https://" + host + path));
                questions.addAll(ofHost(facility, stack, host));
            }
        }
        return List.copyOf(questions);
    }

    private static List<Question> ofHost(Facility facility, String stack, String host) {
        var hub = facility.hub();
        if (host.equals(hub.host())) {
            return List.of(Question.says(
                    stack,
                    "https://" + host + "/hub/api",
                    "version",
                    hub.jupyterhub().toString()));
        }
        return host.equals(facility.dask().host())
                ? List.of(Question.says(stack, "https://" + host + "/api/health", "status", "pass"))
                : List.of();
    }
}
