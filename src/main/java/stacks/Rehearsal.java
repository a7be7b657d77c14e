package stacks;

import config.FacilityReader;
import facility.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import registration.Engine;
import registration.RehearsedMonitor;
import target.Target;

/** Registers prod's stacks with nobody, so that the classes of a run can be archived; no cluster is asked. */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * One round of it.
     *
     * @param project the folder that declares
     */
    public static void run(Path project) throws IOException {
        Path seed = Files.createTempFile("facility-rehearsal", "");
        try (var monitor = RehearsedMonitor.start();
                var engine = Engine.connect(monitor.settings(Environment.PROD.key()))) {
            Files.writeString(seed, "0".repeat(64));
            register(engine, project, seed);
        } finally {
            Files.delete(seed);
        }
    }

    private static void register(Engine engine, Path project, Path seed) {
        var nowhere = Path.of("");
        var target = new Target("twin/prod", nowhere, Optional.empty(), nowhere, Optional.of(seed), Optional.empty());
        var checked = CheckedFacility.read(project, Environment.PROD, true);
        var secrets = SecretValues.of(
                checked.facility().secrets(), target, Map.of(), FacilityReader.fileOf(Environment.PROD));
        String provider = "urn::id";
        var provided = new ProvidedRegistrar(engine, Map.of("checkmk", provider, GateProvider.NAME, provider), secrets);
        new Registrar(engine, provider, secrets, provided, Gates.of(checked), Map.of())
                .register("urn:pulumi:rehearsal::facility::pulumi:pulumi:Stack::facility-prod", checked.stacks());
        engine.finish();
    }
}
