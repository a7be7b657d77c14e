package stacks.jupyterhub;

import facility.Catalogue;
import facility.Collaboration;
import facility.Flavour;
import facility.GpuResource;
import facility.Quantity;
import facility.storage.CvmfsExec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import stacks.gpu.ServiceDoor;
import stacks.storage.CvmfsExecPlace;

/** The catalogue as KubeSpawner's {@code profile_list}. */
final class Profiles {
    /** The volume of a user's home, in every server of theirs. */
    static final String HOME_VOLUME = "home";

    private Profiles() {}

    /** Two steps for the user: the collaboration is a profile, the environment a choice of it. */
    static Map<String, Object> profile(Catalogue catalogue, Collaboration collaboration) {
        var choices = new TreeMap<String, Object>();
        for (Flavour flavour : collaboration.offered()) {
            boolean first = flavour.equals(collaboration.offered().get(0));
            choices.put(flavour.name(), choice(catalogue, collaboration, flavour, first));
        }
        return new TreeMap<>(Map.of(
                "slug",
                collaboration.name(),
                "display_name",
                collaboration.displayName(),
                // Ours: catalogue.py reads it, KubeSpawner never sees it.
                "groups",
                collaboration.groups(),
                "profile_options",
                Map.of("environment", Map.of("display_name", "Environment", "choices", choices))));
    }

    private static Map<String, Object> choice(
            Catalogue catalogue, Collaboration collaboration, Flavour flavour, boolean first) {
        var choice = new TreeMap<String, Object>();
        choice.put("display_name", flavour.displayName());
        if (first) {
            choice.put("default", true);
        }
        // Ours: catalogue.py reads it, KubeSpawner never sees it.
        flavour.groups().ifPresent(groups -> choice.put("groups", groups));
        if (flavour.homeMountPath().isPresent()) {
            // Ours, for mounts.py: an area whose server is away would keep a rescue from starting.
            choice.put("mounts", false);
        }
        flavour.cvmfsExec().ifPresent(exec -> choice.put("cvmfsExec", cvmfsExec(collaboration, flavour, exec)));
        choice.put("kubespawner_override", override(catalogue, flavour));
        return choice;
    }

    /** Ours, for mounts.py: none of it is a trait of KubeSpawner that adds to what other programs set. */
    private static Map<String, Object> cvmfsExec(Collaboration collaboration, Flavour flavour, CvmfsExec exec) {
        return new TreeMap<>(Map.of(
                "account", CvmfsExecPlace.account(exec.securityContextConstraints()),
                "cache", exec.cache().toString(),
                "device", exec.device(),
                "home", CvmfsExec.HOME,
                "seccompProfile", exec.seccompProfile(),
                "securityContextConstraints", exec.securityContextConstraints(),
                "settings", CvmfsExecPlace.settings(collaboration.name(), flavour.name())));
    }

    private static Map<String, Object> override(Catalogue catalogue, Flavour flavour) {
        var override = new TreeMap<String, Object>();
        override.put("image", flavour.image().toString());
        catalogue.sizeOf(flavour).ifPresent(size -> {
            override.put("cpu_limit", size.cpu().value());
            override.put("cpu_guarantee", size.cpuGuarantee().value());
            override.put("mem_limit", bytes(size.memory()));
            override.put("mem_guarantee", bytes(size.memoryGuarantee()));
        });
        flavour.gpu().ifPresent(resource -> {
            // An extended resource's request is its limit.
            var slice = Map.of(GpuResource.resourceName(resource), "1");
            override.put("extra_resource_limits", slice);
            override.put("extra_resource_guarantees", slice);
        });
        // KubeSpawner adds them to those that every server has.
        flavour.gpuService().ifPresent(name -> override.put("extra_labels", Map.of(ServiceDoor.LABEL, name)));
        flavour.cvmfsExec().ifPresent(exec -> override.put("cmd", command(exec)));
        flavour.defaultUrl().ifPresent(url -> override.put("default_url", url));
        flavour.startTimeout().ifPresent(timeout -> override.put("start_timeout", timeout.toSeconds()));
        if (!flavour.environment().isEmpty()) {
            override.put("environment", flavour.environment());
        }
        flavour.homeMountPath()
                .ifPresent(
                        path -> override.put("volume_mounts", List.of(Map.of("name", HOME_VOLUME, "mountPath", path))));
        return override;
    }

    /** The server and all that it starts run where the repositories are mounted. */
    private static List<String> command(CvmfsExec exec) {
        var words = new ArrayList<>(List.of(CvmfsExec.HOME + "/cvmfsexec"));
        words.addAll(exec.repositories());
        words.addAll(List.of("--", "jupyterhub-singleuser"));
        return List.copyOf(words);
    }

    /** As JupyterHub's ByteSpecification reads it: its K, M and G are powers of 1024, and it needs one of them. */
    static String bytes(Quantity amount) {
        var kibi = new BigDecimal(1024);
        BigDecimal value = amount.value().divide(kibi, MathContext.DECIMAL128);
        String suffix = "K";
        for (String larger : List.of("M", "G")) {
            if (value.remainder(kibi).signum() == 0) {
                value = value.divide(kibi, MathContext.DECIMAL128);
                suffix = larger;
            }
        }
        return value.stripTrailingZeros().toPlainString() + suffix;
    }
}
