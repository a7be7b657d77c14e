package facility.binder;

import static java.util.Objects.requireNonNull;

import facility.ChartSource;
import facility.Image;
import facility.SecretValue;
import java.util.List;

/**
 * BinderHub: builds a repository into an image and starts it on the hub. For people who are signed in to the hub and for
 * nobody else, which is why there is no value that says so.
 *
 * @param host the Route's host, without scheme
 * @param image BinderHub's own
 */
public record BinderHub(
        String namespace,
        String host,
        ChartSource chart,
        Image image,
        List<RepoProvider> providers,
        Launches launches,
        Registry registry,
        Builds builds) {
    public static final SecretValue API_TOKEN = SecretValue.hex(
            "binderApiToken", "lets BinderHub start servers on the hub, and proves it to the hub when people sign in");
    public static final SecretValue BUILD_TOKEN_SECRET =
            SecretValue.hex("binderBuildTokenSecret", "signs the requests that BinderHub's own page makes");
    public static final SecretValue REGISTRY_LOGIN = SecretValue.dockerConfig(
            "binderRegistryLogin", "lets builds push images, and BinderHub see which are there already");

    public static final SecretValue REGISTRY_PULL_LOGIN = SecretValue.dockerConfig(
            "binderRegistryPullLogin", "lets nodes pull for users' servers what was built; it has no right to push");

    public BinderHub {
        requireNonNull(namespace, "namespace is null");
        requireNonNull(host, "host is null");
        requireNonNull(chart, "chart is null");
        requireNonNull(image, "image is null");
        providers = List.copyOf(providers);
        requireNonNull(launches, "launches is null");
        requireNonNull(registry, "registry is null");
        requireNonNull(builds, "builds is null");
    }

    public List<SecretValue> secrets() {
        return List.of(API_TOKEN, BUILD_TOKEN_SECRET, REGISTRY_LOGIN, REGISTRY_PULL_LOGIN);
    }
}
