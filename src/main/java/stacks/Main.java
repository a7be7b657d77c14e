package stacks;

import static engine.ProgramExit.REASON_GIVEN;

import com.google.protobuf.Struct;
import config.EngineConfiguration;
import config.FacilityReader;
import config.FaultyDeclarationException;
import engine.Marks;
import engine.ProgramExit;
import engine.StateSeal;
import facility.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import registration.Engine;
import registration.Engine.Registered;
import registration.Engine.Settings;
import registration.Registration;
import target.Identity;
import target.NoClusterException;
import target.RefusedException;
import target.Target;
import target.TargetKinds;

/** What the engine starts: reads the declaration, checks it and the target, and registers the stacks. */
public final class Main {
    private Main() {}

    /**
     * Registers what is declared with the engine that started it.
     *
     * @param args {@code --rehearse} to end after one round without an engine: toolchain/archive-classes
     */
    public static void main(String[] args) throws IOException {
        if (List.of(args).contains("--rehearse")) {
            Rehearsal.run(Path.of(System.getProperty("facility.root", "")));
            return;
        }
        var settings = Settings.of(System.getenv());
        if (settings.isEmpty()) {
            System.err.println("this program is started by the engine; run: ./facility up dev");
            System.exit(2);
        }
        System.exit(run(settings.get()));
    }

    private static int run(Settings settings) {
        try (var engine = Engine.connect(settings)) {
            boolean succeeded;
            try {
                succeeded = declare(engine);
            } catch (RefusedException refused) {
                engine.error(ProgramExit.REFUSED + refused.getMessage());
                return REASON_GIVEN;
            } catch (NoClusterException silent) {
                engine.error(silent.getMessage());
                return REASON_GIVEN;
            } catch (FaultyDeclarationException faulty) {
                engine.error(ProgramExit.FAULTY + faulty.getMessage());
                return REASON_GIVEN;
            }
            if (succeeded) {
                engine.finish();
            }
            return succeeded ? 0 : REASON_GIVEN;
        } catch (CompletionException failure) {
            if (Engine.engineStopped(failure)) {
                return REASON_GIVEN;
            }
            throw failure;
        }
    }

    /** The declaration, read where the engine started this program: in the project's folder. */
    private static CheckedFacility declaration(Settings settings, boolean onTwin) {
        Path project = Path.of("").toAbsolutePath();
        var environment = Environment.of(settings.environment())
                .orElseThrow(() -> new RefusedException("there is no environment " + settings.environment()
                        + "; there are " + String.join(" and ", Environment.keys())));
        String file = FacilityReader.fileOf(environment);
        var checked = CheckedFacility.read(project, environment, onTwin);
        var differences = EngineConfiguration.differences(project, environment, settings.configuration());
        if (!differences.isEmpty()) {
            throw new FaultyDeclarationException(file, differences);
        }
        return checked;
    }

    private static boolean declare(Engine engine) {
        var settings = engine.settings();
        var target = Target.of(System.getenv())
                .orElseThrow(() -> new RefusedException(
                        "no target cluster is named; source the environment first: eval \"$(./facility env "
                                + settings.environment() + ")\""));
        var checked = declaration(settings, target.isTwin());
        var secrets = SecretValues.of(
                checked.facility().secrets(),
                target,
                settings.configuration(),
                FacilityReader.fileOf(checked.facility().environment()));
        String identifier = Identity.verified(target);
        if (settings.dryRun()) {
            StateSeal.requireBound(Path.of("").toAbsolutePath(), System.getenv());
            // Plain pulumi comes through here alone, and its preview would be green.
            TargetKinds.verify(target, checked.objects());
        } else {
            Identity.record(target, identifier);
        }
        String root = engine.register(Registration.component(
                        "pulumi:pulumi:Stack", settings.project() + "-" + settings.environment(), ""))
                .join()
                .urn();
        var provider =
                engine.register(Provider.registration(root, target, identifier)).join();
        var providers = new TreeMap<String, String>();
        checked.facility()
                .checkmk()
                .ifPresent(checkmk -> providers.put(
                        "checkmk",
                        reference(engine.register(CheckmkProvider.registration(root, checkmk, target, secrets))
                                .join())));
        var gates = Gates.of(checked);
        if (gates.isPresent()) {
            providers.put(
                    GateProvider.NAME,
                    reference(engine.register(GateProvider.registration(root, checked.facility(), target, secrets))
                            .join()));
        }
        var provided = new ProvidedRegistrar(engine, providers, secrets);
        boolean succeeded = new Registrar(
                        engine,
                        reference(provider),
                        secrets,
                        provided,
                        gates,
                        checked.leases().fields())
                .register(root, checked.stacks());
        engine.outputs(root, Struct.getDefaultInstance()).join();
        return succeeded;
    }

    private static String reference(Registered provider) {
        // During the first preview a provider has no id yet; the engine's own word for that is this constant.
        return provider.urn() + "::" + (provider.id().isEmpty() ? Marks.UNKNOWN : provider.id());
    }
}
