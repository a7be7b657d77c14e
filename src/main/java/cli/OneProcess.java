package cli;

import engine.PulumiCommand;
import engine.Serving;
import engine.StateSeal;
import engine.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import policies.FacilityPack;
import policy.Pack;
import policy.analyzer.PackServer;
import registration.ProgramServer;
import stacks.CheckedFacility;
import stacks.Program;

/**
 * Serves program and policy pack from this process, to an engine that would start a JVM for each. What the program
 * registers is what this command has checked, and not what the files have become since.
 */
final class OneProcess implements Serving {
    /** Told to {@code policies/run-mvn}: the port, and the process whose end is the pack's. */
    private static final String PACK_VARIABLE = "FACILITY_SERVED_PACK";

    private final Workspace workspace;
    private final PulumiCommand pulumi;
    private final CheckedFacility checked;

    OneProcess(Workspace workspace, PulumiCommand pulumi, CheckedFacility checked) {
        this.workspace = workspace;
        this.pulumi = pulumi;
        this.checked = checked;
    }

    @Override
    public Served start(Map<String, String> variables) throws IOException {
        var program = new Program(
                workspace.root(),
                Optional.of(workspace.target()),
                declared -> StateSeal.requireBound(pulumi, variables),
                (environment, onTwin) -> checked);
        Pack rules = new FacilityPack(workspace.root(), Clock.systemUTC()).of(checked.facility());
        var pack = PackServer.serve(run -> rules);
        try {
            return new Both(ProgramServer.start(program::run, toolchain.Program.PROVIDER_VERSION), pack);
        } catch (IOException failed) {
            pack.close();
            throw failed;
        }
    }

    private record Both(ProgramServer program, PackServer pack) implements Served {
        @Override
        public List<String> words() {
            return List.of("--client", program.address());
        }

        @Override
        public Map<String, String> variables() {
            return Map.of(
                    PACK_VARIABLE, pack.port() + ":" + ProcessHandle.current().pid());
        }

        @Override
        public Optional<RuntimeException> fault() {
            return program.fault();
        }

        @Override
        public void close() {
            program.close();
            pack.close();
        }
    }
}
