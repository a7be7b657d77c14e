package stacks;

import com.google.protobuf.Struct;
import config.EngineConfiguration;
import config.FacilityReader;
import config.FaultyDeclarationException;
import engine.Marks;
import engine.ProgramExit;
import engine.StateSeal;
import facility.Environment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import registration.Engine;
import registration.Engine.Registered;
import registration.Engine.Settings;
import registration.Gathering;
import registration.Registration;
import target.Identity;
import target.NoClusterException;
import target.RefusedException;
import target.Target;

/** What the engine runs: the checked declaration, registered with it once the target is verified. */
public final class Program {
    private final Path project;
    private final Optional<Target> target;
    private final Consumer<CheckedFacility> beforePreview;
    private final Checked checked;

    /**
     * For one run of the engine.
     *
     * @param project the folder that declares
     * @param target the cluster; empty when none was named
     * @param beforePreview throws when there is a reason to refuse, at the beginning of a dry run: that the state is not the one
     *     that a plan was made on ({@link StateSeal}), or that the target lacks a kind
     */
    public Program(Path project, Optional<Target> target, Consumer<CheckedFacility> beforePreview, Checked checked) {
        this.project = project;
        this.target = target;
        this.beforePreview = beforePreview;
        this.checked = checked;
    }

    /** Where a run's declaration comes from. */
    @FunctionalInterface
    public interface Checked {
        /**
         * Of an environment.
         *
         * @throws FaultyDeclarationException with its faults
         */
        CheckedFacility of(Environment environment, boolean onTwin);
    }

    /**
     * Registers what is declared.
     *
     * @return whether the engine took all of it; what it did not, or why this ended early, the engine has been told
     */
    public boolean run(Engine engine) {
        return Engine.unlessStopped(() -> registered(engine));
    }

    private boolean registered(Engine engine) {
        boolean succeeded;
        try {
            succeeded = declare(engine);
        } catch (RefusedException refused) {
            engine.error(ProgramExit.REFUSED + refused.getMessage());
            return false;
        } catch (NoClusterException silent) {
            engine.error(silent.getMessage());
            return false;
        } catch (FaultyDeclarationException faulty) {
            engine.error(ProgramExit.FAULTY + faulty.getMessage());
            return false;
        }
        if (succeeded) {
            engine.finish();
        }
        return succeeded;
    }

    private CheckedFacility declaration(Settings settings, boolean onTwin) {
        var environment = Environment.of(settings.environment())
                .orElseThrow(() -> new RefusedException("there is no environment " + settings.environment()
                        + "; there are " + String.join(" and ", Environment.keys())));
        String file = FacilityReader.fileOf(environment);
        var found = checked.of(environment, onTwin);
        var differences = EngineConfiguration.differences(project, environment, settings.configuration());
        if (!differences.isEmpty()) {
            throw new FaultyDeclarationException(file, differences);
        }
        return found;
    }

    private boolean declare(Engine engine) {
        var settings = engine.settings();
        var cluster = target.orElseThrow(() -> new RefusedException(
                "no target cluster is named; source the environment first: eval \"$(./facility env "
                        + settings.environment() + ")\""));
        var declared = declaration(settings, cluster.isTwin());
        var secrets = SecretValues.of(
                declared.facility().secrets(),
                cluster,
                settings.configuration(),
                FacilityReader.fileOf(declared.facility().environment()));
        String identifier = Identity.verified(cluster);
        if (settings.dryRun()) {
            beforePreview.accept(declared);
        } else {
            Identity.record(cluster, identifier);
        }
        return register(engine, cluster, declared, secrets, identifier);
    }

    /**
     * What an engine would be given for a declaration.
     *
     * @param configuration the environment's, secrets included; not needed for a twin
     * @param identifier of the cluster, verified
     * @param ids of the resources that a state holds, by URN
     * @throws FaultyDeclarationException for secrets that are not there
     */
    public static Gathering gathered(
            CheckedFacility declared,
            Target cluster,
            Map<String, String> configuration,
            String identifier,
            Map<String, String> ids) {
        Environment environment = declared.facility().environment();
        var secrets = SecretValues.of(
                declared.facility().secrets(), cluster, configuration, FacilityReader.fileOf(environment));
        var engine = new Gathering(new Settings("facility", environment.key(), true, "", "", configuration), ids);
        boolean unused = register(engine, cluster, declared, secrets, identifier);
        return engine;
    }

    private static boolean register(
            Engine engine, Target cluster, CheckedFacility declared, SecretValues secrets, String identifier) {
        var settings = engine.settings();
        String root = engine.register(Registration.component(
                        "pulumi:pulumi:Stack", settings.project() + "-" + settings.environment(), ""))
                .join()
                .urn();
        var provider = engine.register(Provider.registration(root, cluster, identifier))
                .join();
        var providers = new TreeMap<String, String>();
        declared.facility()
                .checkmk()
                .ifPresent(checkmk -> providers.put(
                        "checkmk",
                        reference(engine.register(CheckmkProvider.registration(root, checkmk, cluster, secrets))
                                .join())));
        var gates = Gates.of(declared);
        if (gates.isPresent()) {
            providers.put(
                    GateProvider.NAME,
                    reference(engine.register(GateProvider.registration(root, declared.facility(), cluster, secrets))
                            .join()));
        }
        var provided = new ProvidedRegistrar(engine, providers, secrets);
        boolean succeeded = new Registrar(
                        engine,
                        reference(provider),
                        secrets,
                        provided,
                        gates,
                        declared.leases().fields())
                .register(root, declared.stacks());
        engine.outputs(root, Struct.getDefaultInstance()).join();
        return succeeded;
    }

    private static String reference(Registered provider) {
        // During the first preview a provider has no id yet; the engine's own word for that is this constant.
        return provider.urn() + "::" + (provider.id().isEmpty() ? Marks.UNKNOWN : provider.id());
    }
}
