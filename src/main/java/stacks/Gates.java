package stacks;

import facility.Promotion;
import health.Member;
import health.StackMembers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kube.ObjectFields;
import kube.ProvidedResource;

/**
 * What stands between the stacks of an environment that declares {@code promotion.gates}: announcement and downtime before the
 * first, health after each, their lifting after the last. Pure, as the stacks are; {@link Registrar} makes them an order.
 */
public final class Gates {
    private static final String TYPES = "facility:gate:";
    private static final String DIGEST = "digest";
    private static final String NAMESPACE = "namespace";
    private static final String HOSTS = "hosts";

    private final String environment;
    private final Promotion promotion;
    private final String hubNamespace;
    private final List<Stack> stacks;

    private Gates(CheckedFacility checked) {
        this.environment = checked.facility().environment().key();
        this.promotion = checked.facility().promotion();
        this.hubNamespace = checked.facility().hub().namespace();
        this.stacks = checked.stacks();
    }

    /** Empty for an environment that declares none. */
    public static Optional<Gates> of(CheckedFacility checked) {
        return checked.facility().promotion().gates() ? Optional.of(new Gates(checked)) : Optional.empty();
    }

    /** In their order. */
    public List<ProvidedResource> all() {
        var all = new ArrayList<>(before());
        stacks.forEach(stack -> after(stack).ifPresent(all::add));
        all.add(end());
        return all;
    }

    /** Before the first stack. They differ as soon as anything differs that is declared, and are then raised anew. */
    List<ProvidedResource> before() {
        return List.of(
                gate(
                        "Announcement",
                        "announcement",
                        Map.of(
                                "text",
                                "Analysis facility, " + environment
                                        + ": a change is being made. What runs goes on; what starts may have to wait.",
                                NAMESPACE,
                                hubNamespace,
                                DIGEST,
                                digest(stacks))),
                gate(
                        "Downtime",
                        "downtime",
                        Map.of(
                                HOSTS,
                                hosts(),
                                // As long as all gates may wait, should nobody lift it.
                                "length",
                                promotion.patience().multipliedBy(stacks.size()).toString(),
                                "comment",
                                "a change of " + environment,
                                NAMESPACE,
                                hubNamespace,
                                DIGEST,
                                digest(stacks))));
    }

    /** After a stack; none after one that declares nothing in the cluster, of which nothing could be looked at. */
    Optional<ProvidedResource> after(Stack stack) {
        if (stack.objects().isEmpty()) {
            return Optional.empty();
        }
        var members = new TreeMap<String, Object>();
        for (Member member : StackMembers.of(stack.name(), stack.objects(), 0).members()) {
            members.put(member.title(), member.written());
        }
        return Optional.of(gate(
                "Health",
                stack.name(),
                Map.of(
                        "stack",
                        stack.name(),
                        DIGEST,
                        digest(List.of(stack)),
                        "patience",
                        promotion.patience().toString(),
                        "members",
                        members)));
    }

    /** After the last stack. */
    ProvidedResource end() {
        return gate("Lifted", "lifted", Map.of(HOSTS, hosts(), NAMESPACE, hubNamespace, DIGEST, digest(stacks)));
    }

    /** The environment's hosts at CheckMK: those that its stack declares there. */
    List<String> hosts() {
        return stacks.stream()
                .flatMap(stack -> stack.resources().stream())
                .filter(resource -> resource.type().equals("checkmk:index:Host"))
                .map(resource -> String.valueOf(resource.fields().get("hostName")))
                .sorted()
                .toList();
    }

    private static ProvidedResource gate(String kind, String name, Map<String, Object> fields) {
        return new ProvidedResource(TYPES + kind, name, fields, List.of());
    }

    /** Of everything that stacks declare, with the places of secrets and none of their values. */
    private static String digest(List<Stack> stacks) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (Stack stack : stacks) {
                stack.objects().forEach(object -> update(sha, ObjectFields.yaml(object.object())));
                stack.resources().forEach(resource -> update(sha, ObjectFields.yaml(resource)));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void update(MessageDigest sha, String text) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
