package facility;

import facility.checkmk.SharedCheckmk;
import facility.console.SharedConsole;
import facility.dask.SharedDask;
import facility.ferry.SharedFerry;
import facility.hub.SharedHub;
import facility.monitoring.SharedMonitoring;
import facility.storage.SharedStorage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The facility's shared values: what holds in every environment unless {@code Pulumi.<env>.yaml} says otherwise. They
 * describe a small facility that is whole in itself, so that an environment's file holds its differences only.
 */
public final class SharedFacility {
    private static final String HOMES = SharedStorage.HOMES;
    private static final String SERVICES = SharedStorage.SERVICES;
    private static final String BUCKETS = SharedStorage.BUCKETS;

    /** What a container gets that names nothing. */
    static final LimitDefaults LIMITS = new LimitDefaults(amount("1"), amount("1Gi"), amount("100m"), amount("256Mi"));

    private SharedFacility() {}

    public static Facility of(Environment environment) {
        return new Facility(
                environment,
                cluster(),
                groups(),
                namespaces(),
                SharedExperiments.of(),
                SharedStorage.of(),
                SharedGpu.of(),
                hub(),
                FacilityCatalogue.shared(),
                SharedFerry.of(),
                SharedOperations.shared(),
                SharedConsole.of(),
                facility.binder.SharedBinder.of(),
                Optional.of(SharedCheckmk.of(environment)),
                SharedDask.of(),
                SharedMonitoring.of(),
                Promotion.shared());
    }

    private static Cluster cluster() {
        // Idle notebooks leave most of their CPU, and none of their memory, to others.
        return new Cluster(
                "apps.okd.example.org",
                new Percent(200),
                new Percent(100),
                List.of(
                        new NodePool("worker", 3, amount("64"), amount("256Gi"), 250, Optional.empty()),
                        gpuPool("gpu-10gb", "all-1g.10gb"),
                        gpuPool("gpu-20gb", "mixed-2g.20gb"),
                        gpuPool("gpu-40gb", "all-3g.40gb")),
                Offers.NOTHING,
                SharedStorage.privileged());
    }

    private static NodePool gpuPool(String name, String layout) {
        return new NodePool(
                name,
                1,
                amount("64"),
                amount("512Gi"),
                250,
                Optional.of(new GpuCards(GpuCard.A100_80GB, 1, layout, Optional.empty())));
    }

    private static List<Group> groups() {
        return List.of(
                new Group("dune", "LBNF, DUNE and ProtoDUNE"),
                new Group("accel-ai", "Accelerator controls and AI"),
                new Group("fife", "Neutrino experiments"),
                new Group("cosmic", "Cosmic Frontier"),
                new Group("fermi", "Everyone with an account"),
                new Group("lpc", "CMS LHC Physics Center"));
    }

    private static List<Namespace> namespaces() {
        return Stream.concat(services().stream(), SharedExperiments.namespaces().stream())
                .toList();
    }

    private static List<Namespace> services() {
        return List.of(
                namespace(
                        "jupyterhub",
                        "JupyterHub",
                        new Quota(
                                amount("240"),
                                amount("1200Gi"),
                                320,
                                400,
                                Map.of(HOMES, amount("8Ti"), SERVICES, amount("20Gi")),
                                // Of GPUs, what is left for the flavours.
                                Map.of())),
                namespace(
                        "dask-gateway",
                        "Dask Gateway",
                        new Quota(amount("96"), amount("384Gi"), 200, 4, Map.of(SERVICES, amount("20Gi")), Map.of())),
                namespace(
                        "binderhub",
                        "BinderHub",
                        new Quota(
                                amount("8"),
                                amount("32Gi"),
                                20,
                                10,
                                Map.of(SERVICES, amount("200Gi"), BUCKETS, amount("1Ti")),
                                Map.of())),
                builds(),
                namespace(
                        "monitoring",
                        "Monitoring",
                        new Quota(amount("16"), amount("64Gi"), 60, 10, Map.of(SERVICES, amount("500Gi")), Map.of())));
    }

    /** BinderHub's builds have a namespace of their own, with a quota that no notebook can use up. */
    private static Namespace builds() {
        var quota = new Quota(amount("24"), amount("96Gi"), 40, 0, Map.of(), Map.of());
        return namespace("binder-builds", "BinderHub's builds", quota).withPodSecurity(PodSecurity.BASELINE);
    }

    private static Namespace namespace(String name, String displayName, Quota quota) {
        return new Namespace(
                name, displayName, "infrastructure-team", Experiment.FACILITY, quota, LIMITS, PodSecurity.RESTRICTED);
    }

    private static JupyterHub hub() {
        return new JupyterHub(
                "jupyterhub",
                "analytics-hub.example.org",
                ChartSource.folder("charts/jupyterhub"),
                // The images of the zero-to-jupyterhub chart 4.4.0.
                Image.parse("quay.io/jupyterhub/k8s-hub:4.4.0"),
                new Version(5, 5, 0),
                Image.parse("quay.io/jupyterhub/configurable-http-proxy:5.3.0"),
                new Homes(HOMES, amount("24Gi"), SharedStorage.SE_LINUX),
                new Database.SqlitePvc(SERVICES, amount("1Gi")),
                new Users(100, 50, Map.of("1g.10gb", 6, "2g.20gb", 2, "3g.40gb", 1)),
                signIn(),
                5,
                Duration.ofHours(8),
                // A slice that nobody uses is a slice that nobody gets.
                Duration.ofHours(2),
                Duration.ofMinutes(5),
                64,
                "America/Chicago",
                SharedHub.loginPage(),
                Optional.of(SharedHub.examples()),
                Optional.empty());
    }

    private static SignIn signIn() {
        return new SignIn(
                SignIn.Method.CILOGON,
                Optional.of(new SignIn.CiLogon(
                        "cilogon:/client_id/analysis-facility",
                        "https://idp.example.org/idp/shibboleth",
                        "eppn",
                        Optional.of("example.org"))),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Quantity amount(String text) {
        return Quantity.parse(text);
    }
}
