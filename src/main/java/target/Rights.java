package target;

import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether the identity that a target names may do what a run will do, asked of the cluster itself. The engine would find
 * out object by object, after it has changed the ones before.
 */
public final class Rights {
    private static final List<String> VERBS = List.of("get", "create", "patch", "delete");
    private static final List<String> PATCH_VERBS = List.of("get", "patch");

    private final KubernetesClient client;
    private final TargetKinds kinds;
    private final TreeSet<String> missing = new TreeSet<>();

    private Rights(KubernetesClient client, TargetKinds kinds) {
        this.client = client;
        this.kinds = kinds;
    }

    /**
     * A kind of object that a run touches.
     *
     * @param namespace empty for what belongs to the cluster
     * @param patch whether only fields of objects that exist already are set
     */
    public record Touched(String apiVersion, String kind, String namespace, boolean patch) {}

    /**
     * Asks for each kind and namespace.
     *
     * @param brought the plurals of the kinds that the declaration defines itself, see {@link kube.Definitions}
     * @throws RefusedException naming every right that is missing, and every kind that the cluster does not serve
     */
    public static void verify(Target target, List<Touched> touched, Map<String, String> brought) {
        try (var client = Identity.client(target)) {
            var rights = new Rights(client, new TargetKinds(client, brought));
            touched.stream().distinct().forEach(rights::check);
            if (!rights.missing.isEmpty()) {
                throw new RefusedException("the identity of " + target.kubeconfig() + " may not do on cluster "
                        + target.name() + " what the declaration needs; nothing was changed:\n  "
                        + String.join("\n  ", rights.missing));
            }
        } catch (KubernetesClientException e) {
            if (Identity.isSilent(e)) {
                throw Identity.unanswered(target, e);
            }
            throw new RefusedException(
                    "cluster " + target.name() + " does not say what this identity may do: " + e.getMessage());
        }
    }

    private void check(Touched touched) {
        Optional<String> resource = kinds.plural(touched.apiVersion(), touched.kind());
        if (resource.isEmpty()) {
            missing.add("the cluster does not serve " + touched.kind() + " of " + touched.apiVersion());
            return;
        }
        var refused = new ArrayList<String>();
        for (String verb : touched.patch() ? PATCH_VERBS : VERBS) {
            if (!allowed(touched, resource.get(), verb)) {
                refused.add(verb);
            }
        }
        if (!refused.isEmpty()) {
            String where = touched.namespace().isEmpty() ? "" : " in namespace " + touched.namespace();
            missing.add("may not " + String.join(", ", refused) + " " + resource.get() + where);
        }
    }

    private boolean allowed(Touched touched, String resource, String verb) {
        int slash = touched.apiVersion().indexOf('/');
        var review = new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withGroup(slash < 0 ? "" : touched.apiVersion().substring(0, slash))
                .withResource(resource)
                .withNamespace(touched.namespace().isEmpty() ? null : touched.namespace())
                .withVerb(verb)
                .endResourceAttributes()
                .endSpec()
                .build();
        return client.authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(review)
                .getStatus()
                .getAllowed();
    }
}
