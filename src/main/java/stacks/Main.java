package stacks;

import com.google.protobuf.Struct;
import java.util.List;
import java.util.concurrent.CompletionException;
import registration.Engine;
import registration.Engine.Settings;
import registration.Registration;
import target.Identity;
import target.RefusedException;
import target.Target;

/** What the engine starts: reads the declaration, checks it and the target, and registers the stacks. */
public final class Main {
    /** Tells the language host that the reason has been given, so that it prints none of its own. */
    private static final int REASON_GIVEN = 32;

    private Main() {}

    public static void main(String[] args) {
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
                engine.error(refused.getMessage());
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

    private static boolean declare(Engine engine) {
        var settings = engine.settings();
        var target = Target.of(System.getenv()).orElseThrow(() -> new RefusedException(
                "no target cluster is named; source the environment first: eval \"$(./facility env "
                        + settings.environment() + ")\""));
        String identifier = Identity.verified(target);
        if (!settings.dryRun()) {
            Identity.record(target, identifier);
        }
        List<Stack> stacks = FacilityStacks.of(facility.SharedFacility.of(
                facility.Environment.valueOf(settings.environment().toUpperCase(java.util.Locale.ROOT))));
        String root = engine.register(Registration.component("pulumi:pulumi:Stack",
                settings.project() + "-" + settings.environment(), "")).join().urn();
        var provider = engine.register(Provider.registration(root, target, identifier)).join();
        // During the first preview the provider has no id yet; the engine's own word for that is this constant.
        String id = provider.id().isEmpty() ? "04da6b54-80e4-46f7-96ec-b56ff0331ba9" : provider.id();
        boolean succeeded = new Registrar(engine, provider.urn() + "::" + id).register(root, stacks);
        engine.outputs(root, Struct.getDefaultInstance()).join();
        return succeeded;
    }
}
