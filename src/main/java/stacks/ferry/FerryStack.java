package stacks.ferry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import facility.JupyterHub;
import facility.ferry.Ferry;
import facility.ferry.MemberSource;
import facility.hub.SpawnCheck;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kube.Declared;
import kube.Labels;
import kube.Secrets;
import stacks.Stack;
import stacks.jupyterhub.HubService;

/** Reads the laboratory's registry at a schedule, and brings the hub's groups and users in line with it. */
public final class FerryStack implements Stack {
    static final String NAME = "ferry";
    static final String PROGRAM = "ferry_sync.py";
    static final String CONFIGURATION = "config.json";
    static final String AUTHORITY = "authority.pem";
    static final String CLIENT_SECRET = "ferry-client";

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private final Ferry ferry;
    private final JupyterHub hub;

    public FerryStack(Ferry ferry, JupyterHub hub) {
        this.ferry = ferry;
        this.hub = hub;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Declared> objects() {
        var pods = new FerryPods(ferry, hub, service().tokenKey());
        var objects = new ArrayList<Declared>();
        objects.add(Declared.of(program()));
        objects.add(Declared.of(Secrets.tls(hub.namespace(), CLIENT_SECRET, Ferry.CERTIFICATE, Ferry.KEY)));
        objects.add(Declared.of(account()));
        objects.add(Declared.of(pods.cronJob()));
        objects.add(Declared.of(new FerryFence(ferry, hub.namespace()).policy()));
        objects.sort(Declared.ORDER);
        return objects;
    }

    /**
     * What it is to the hub. JupyterHub 5 makes and deletes users under {@code admin:users} alone, which includes
     * reading them with their groups; it takes {@code admin} to make an administrator, and the groups are named.
     */
    public HubService service() {
        return new HubService(
                NAME,
                Ferry.HUB_TOKEN,
                Stream.concat(
                                Stream.of("admin:users"),
                                ferry.members().stream().map(source -> "groups!group=" + source.name()))
                        .sorted()
                        .toList());
    }

    private HasMetadata account() {
        return new ServiceAccountBuilder()
                .withNewMetadata()
                .withName(NAME)
                .withNamespace(hub.namespace())
                .withLabels(Labels.common())
                .endMetadata()
                .withAutomountServiceAccountToken(false)
                .build();
    }

    private HasMetadata program() {
        var data = new TreeMap<>(Map.of(PROGRAM, resource(), CONFIGURATION, configuration()));
        ferry.caCertificate().ifPresent(pem -> data.put(AUTHORITY, pem));
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(NAME)
                .withNamespace(hub.namespace())
                .withLabels(Labels.common())
                .endMetadata()
                .withData(data)
                .build();
    }

    private String configuration() {
        var groups = new TreeMap<String, Object>();
        for (MemberSource source : ferry.members()) {
            groups.put(source.name(), Map.of("units", source.units(), "unixGroups", source.unixGroups()));
        }
        var limit = ferry.removals();
        try {
            return JSON.writeValueAsString(new TreeMap<>(Map.of(
                            "registry", ferry.url(),
                            "hub", "http://hub:8081/hub/api",
                            "groups", groups,
                            "handKept", handKept(),
                            "removals",
                                    Map.of(
                                            "count",
                                            limit.count(),
                                            "percent",
                                            limit.share().value()),
                            "dryRun", ferry.dryRun())))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the configuration could not be written", e);
        }
    }

    /** The check user's group as well, or its account would be deleted: no registry knows it. */
    private List<String> handKept() {
        return Stream.concat(
                        ferry.handKept().stream(), hub.spawnCheck().stream().map(SpawnCheck::user))
                .toList();
    }

    private static String resource() {
        try (var text = FerryStack.class.getResourceAsStream(PROGRAM)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
