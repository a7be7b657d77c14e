package facility;

import static facility.storage.SharedStorage.SERVICES;

import java.util.List;
import java.util.Map;

/** The experiments that run something of their own beside the hub, and where. */
final class SharedExperiments {
    private static final String DUNE = "dune";
    private static final String CMS_LPC = "cms-lpc";

    private SharedExperiments() {}

    /** Each total is two thirds of what its namespaces may ask for: either may grow while the other idles. */
    static List<Experiment> of() {
        return List.of(
                new Experiment(DUNE, "LBNF, DUNE and ProtoDUNE", quota("24", "48Gi", 80, 12, "150Gi")),
                new Experiment(CMS_LPC, "CMS LHC Physics Center", quota("24", "48Gi", 80, 12, "150Gi")));
    }

    static List<Namespace> namespaces() {
        return List.of(
                namespace("dune-analysis", "DUNE: analysis services", "dune-liaisons", DUNE),
                namespace("dune-workflows", "DUNE: workflows", "dune-liaisons", DUNE),
                namespace("lpc-analysis", "CMS LPC: analysis services", "lpc-liaisons", CMS_LPC),
                namespace("lpc-coffea", "CMS LPC: COFFEA", "lpc-liaisons", CMS_LPC));
    }

    private static Namespace namespace(String name, String displayName, String owner, String experiment) {
        return new Namespace(
                name,
                displayName,
                owner,
                experiment,
                quota("18", "36Gi", 60, 9, "112Gi"),
                SharedFacility.LIMITS,
                PodSecurity.RESTRICTED);
    }

    private static Quota quota(String cpu, String memory, int pods, int claims, String services) {
        return new Quota(
                Quantity.parse(cpu),
                Quantity.parse(memory),
                pods,
                claims,
                Map.of(SERVICES, Quantity.parse(services)),
                Map.of());
    }
}
